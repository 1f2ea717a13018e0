import { Signal } from '../model/signal.js';
import { say } from '../words.js';
import { avatar } from './avatar.js';
import { element, find } from './element.js';
import { topicMarks } from './topic-marks.js';
/** @import { Goal } from '../model/switcher.js' */

/** The dialog in which a few letters and Enter lead to a topic or a person. */
export class Switcher {
  /** @type {Signal<[Goal]>} */
  chosen = new Signal();
  /** @type {Signal<[string]>} Messages with this text are wanted. */
  searched = new Signal();
  #dialog = /** @type {HTMLDialogElement} */ (find('#switcher'));
  #query = /** @type {HTMLInputElement} */ (find('#switcher-query'));
  #list = find('#switcher-list');
  #none = find('#switcher-none');
  #search = find('#switcher-search');
  #offers;
  /** @type {Goal[]} */
  #goals = [];
  #active = 0;
  /** @type {AbortController | null} */
  #life = null;

  /** @param {(query: string) => Goal[]} offers */
  constructor(offers) {
    this.#offers = offers;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#query.addEventListener('input', this.#draw, { signal });
    this.#query.addEventListener('keydown', this.#pressed, { signal });
    this.#list.addEventListener('click', this.#clicked, { signal });
    this.#search.addEventListener('click', this.#searched, { signal });
    this.#dialog.addEventListener('click', this.#beside, { signal });
  }

  stop() {
    this.#dialog.close();
    this.#life?.abort();
  }

  open() {
    this.#query.value = '';
    this.#draw();
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
  }

  #draw = () => {
    this.#goals = this.#offers(this.#query.value);
    this.#list.replaceChildren(...this.#goals.map(option));
    this.#none.hidden = this.#goals.length > 0;
    this.#search.hidden = this.#query.value.trim() === '';
    this.#search.textContent = say('switcher.search', { text: this.#query.value.trim() });
    this.#activate(0);
  };

  /** @param {number} index */
  #activate(index) {
    const options = [...this.#list.children];
    this.#active = options.length && (index + options.length) % options.length;
    options.forEach((other, at) => other.setAttribute('aria-selected', String(at === this.#active)));
    options[this.#active]?.scrollIntoView({ block: 'nearest' });
    this.#query.setAttribute('aria-activedescendant', options[this.#active]?.id ?? '');
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && !event.altKey) {
      event.preventDefault();
      this.#activate(this.#active + step);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.#choose(this.#active);
    }
  };

  /** @param {MouseEvent} event */
  #clicked = event => {
    this.#choose([...this.#list.children].indexOf(/** @type {Element} */ (/** @type {Element} */ (event.target).closest('[role="option"]'))));
  };

  #searched = () => {
    this.#dialog.close();
    this.searched.tell(this.#query.value.trim());
  };

  /**
   * A click on the backdrop is one on the dialog itself.
   * @param {MouseEvent} event
   */
  #beside = event => {
    if (event.target === this.#dialog) {
      this.#dialog.close();
    }
  };

  /** @param {number} index */
  #choose(index) {
    const goal = this.#goals[index];
    if (goal) {
      this.#dialog.close();
      this.chosen.tell(goal);
    }
  }
}

/**
 * @param {Goal} goal
 * @param {number} index
 */
function option({ topic, person }, index) {
  const attributes = { 'role': 'option', 'id': `switcher-${index}`, 'aria-selected': 'false' };
  return topic
    ? element('li', { ...attributes, 'data-kind': 'topic' }, element('span', { 'class': 'topics__title', 'dir': 'auto' }, topic.title), ...topicMarks(topic))
    : element('li', { ...attributes, 'data-kind': 'person' }, avatar(person?.name ?? ''), element('bdi', {}, person?.name ?? ''));
}
