import { say } from '../words.js';
import { element, find } from './element.js';
/** @import { Entry, Offer } from '../model/entry.js' */
/** @import { Foot } from '../model/listing.js' */

const BUTTONS = { '': '', 'more': say('more'), 'again': say('retry') };

/** A list, the acts of its entries, and the state of its loading. */
export class ListingView {
  #list;
  #text;
  #button;
  #handlers;

  /**
   * @param {string} selector
   * @param {{more: () => void, wanted: (id: number, act: string) => void}} handlers
   */
  constructor(selector, handlers) {
    const root = find(selector);
    this.#list = find('ul', root);
    this.#text = find('p', root);
    this.#button = find('.listing__more', root);
    this.#handlers = handlers;
  }

  start() {
    this.#list.addEventListener('click', this.#clicked);
    this.#button.addEventListener('click', this.#handlers.more);
  }

  stop() {
    this.#list.removeEventListener('click', this.#clicked);
    this.#button.removeEventListener('click', this.#handlers.more);
  }

  /**
   * @param {Entry[]} entries
   * @param {Foot} foot
   */
  draw(entries, { text, button }) {
    this.#list.replaceChildren(...entries.map(item));
    this.#list.hidden = entries.length === 0;
    this.#text.textContent = text;
    this.#button.textContent = BUTTONS[button];
    this.#button.hidden = button === '';
  }

  /**
   * Goes to an entry, or to the list if no entry has that number.
   * @param {number | undefined} id
   */
  focus(id) {
    const found = [...this.#list.querySelectorAll('li')].find(({ dataset }) => dataset.id === String(id));
    (found?.querySelector('button') ?? found ?? (this.#list.hidden ? this.#text : this.#list)).focus();
  }

  /** @param {MouseEvent} event */
  #clicked = event => {
    const button = /** @type {Element} */ (event.target).closest('button');
    const entry = button?.closest('li');
    if (button?.dataset.act && entry) {
      this.#handlers.wanted(Number(entry.dataset.id), button.dataset.act);
    }
  };
}

/** @param {Entry} entry */
function item({ id, title, tag, facts, offers }) {
  const heading = element('p', { class: 'entry__title' }, element('bdi', {}, title));
  if (tag) {
    heading.append(' ', element('bdi', { class: 'tag' }, tag));
  }
  const details = element('p', { class: 'entry__facts' }, ...facts.map(fact => element('bdi', {}, fact)));
  return element('li', { 'class': 'entry', 'data-id': String(id), 'tabindex': '-1' },
    element('div', { class: 'entry__what' }, heading, details), ...offers.map(offer => button(offer, title)));
}

/**
 * @param {Offer} offer
 * @param {string} title of the entry that it is about
 */
function button({ act, label }, title) {
  return element('button', {
    'class': 'text-button', 'type': 'button', 'data-act': act, 'aria-label': say('label.of', { label, name: title }),
  }, label);
}
