import { choicesFor } from '../model/people.js';
import { grouped, say } from '../words.js';
import { avatar } from './avatar.js';
import { element, find } from './element.js';
import { PopupMenu } from './popup-menu.js';
import { SidePane } from './side-pane.js';
/** @import { People, Person, PersonAct } from '../model/people.js' */

/** The people in the open topic, beside the messages or, on a narrow screen, above them. */
export class PeoplePane {
  #acts;
  #pane = new SidePane('#people', '#people-toggle', '#people-close');
  #menu = new PopupMenu('#person-menu');
  #toggle = find('#people-toggle');
  #badge = find('#people-badge');
  #summary = find('#people-summary');
  #list = find('#people-list');
  #more = find('#people-more');
  #shown = '';
  /** @type {Person[]} */
  #people = [];

  /** @param {PersonAct[]} acts what can be done with a person */
  constructor(acts) {
    this.#acts = acts;
  }

  start() {
    this.#pane.start();
    this.#menu.start();
    this.#list.addEventListener('click', this.#clicked);
  }

  stop() {
    this.#list.removeEventListener('click', this.#clicked);
    this.#menu.stop();
    this.#pane.stop();
  }

  /** @param {boolean} shown false if no topic is open */
  show(shown) {
    this.#toggle.hidden = !shown;
    this.#pane.enable(shown);
  }

  /** Another topic is open now. */
  uncover() {
    this.#pane.uncover();
  }

  /**
   * @param {People} people
   * @param {string} me
   */
  draw(people, me) {
    this.#people = people.list;
    const rows = this.#people.map(person => ({ person, me: person.name === me, acts: choicesFor(person, this.#acts).length > 0 }));
    const shown = JSON.stringify([people.summary, people.unnamed, rows]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.#badge.textContent = people.count ? grouped(people.count) : '';
    this.#toggle.setAttribute('aria-label', say('people.toggle', { summary: people.summary }));
    this.#summary.textContent = people.summary;
    this.#more.textContent = people.unnamed ? say('people.more', { count: people.unnamed }) : '';
    // The buttons stay, because an open menu gives the focus back to its button. Moving one takes the focus from it.
    const buttons = new Map([...this.#list.querySelectorAll('button')].map(button => [button.dataset.name, button]));
    const focused = this.#list.contains(document.activeElement) && document.activeElement?.getAttribute('data-name');
    this.#list.replaceChildren(...rows.map(row => item(row, buttons.get(row.person.name))));
    if (focused) {
      (this.#button(focused) ?? this.#pane.root).focus();
    }
  }

  /** @param {string} name */
  #button(name) {
    return [...this.#list.querySelectorAll('button')].find(({ dataset }) => dataset.name === name);
  }

  /** @param {MouseEvent} event */
  #clicked = event => {
    const button = /** @type {Element} */ (event.target).closest('button');
    const person = this.#people.find(({ name }) => name === button?.dataset.name);
    if (button && person) {
      this.#menu.open(button, person.name, choicesFor(person, this.#acts));
    }
  };
}

/**
 * @param {{person: Person, me: boolean, acts: boolean}} row
 * @param {HTMLElement} [button] the one that this person has
 */
function item({ person: { name, away = false, absent = false }, me, acts }, button) {
  const picture = element('span', { 'class': 'person__picture', 'data-away': absent ? 'absent' : String(away) }, avatar(name));
  const words = say('people.state', { me: String(me), away: String(away) });
  const parts = [picture, element('bdi', { class: 'person__name' }, name), element('span', { class: 'person__state' }, words)];
  const made = acts ? (button ?? element('button', { 'class': 'person', 'type': 'button', 'data-name': name, 'aria-haspopup': 'menu' }))
    : element('div', { class: 'person' });
  made.replaceChildren(...parts);
  made.toggleAttribute('data-away', away || absent);
  return element('li', {}, made);
}
