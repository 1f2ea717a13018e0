import { element, find } from './element.js';
/** @import { TextField } from './text-field.js' */

/**
 * What may be written in place of the unfinished word at the caret.
 * @typedef {{text: string, sign: string, label: string}} Offer
 */
/**
 * @typedef {object} CompletionSource
 * @property {(before: string) => string} wanted the unfinished word at the end of the text before the caret; empty if it has none
 * @property {(wanted: string) => Promise<Offer[]>} offers the best first
 */

/** Completes the word at the caret, from a list that the arrow keys and Enter or Tab choose from. */
export class Completion {
  /** @type {CompletionSource[]} */
  sources = [];
  #list = find('#completion');
  #field;
  /** @type {Offer[]} */
  #offers = [];
  #wanted = '';
  #at = 0;
  /** @type {AbortController | null} */
  #life = null;

  /** @param {TextField} field */
  constructor(field) {
    this.#field = field;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const { element: text } = this.#field;
    text.addEventListener('input', this.#look, { signal });
    // Before others, for whom Enter sends the text.
    text.addEventListener('keydown', this.#pressed, { signal, capture: true });
    text.addEventListener('blur', this.#close, { signal });
    this.#list.addEventListener('mousedown', this.#clicked, { signal });
  }

  stop() {
    this.#close();
    this.#life?.abort();
  }

  #look = async () => {
    const { before } = this.#field;
    const source = this.sources.find(({ wanted }) => wanted(before));
    const wanted = source?.wanted(before) ?? '';
    const offers = await source?.offers(wanted).catch(() => []) ?? [];
    if (before === this.#field.before) {
      this.#show(wanted, offers);
    }
  };

  /**
   * @param {string} wanted
   * @param {Offer[]} offers
   */
  #show(wanted, offers) {
    this.#wanted = wanted;
    this.#offers = offers;
    this.#list.replaceChildren(...offers.map(({ sign, label }, i) =>
      element('div', { 'role': 'option', 'id': `completion-${i}`, 'class': 'completion__offer', 'data-at': String(i) },
        element('span', { 'class': 'completion__sign', 'aria-hidden': 'true' }, sign), element('bdi', {}, label))));
    this.#list.hidden = offers.length === 0;
    this.#mark(0);
  }

  /** @param {number} at */
  #mark(at) {
    this.#at = at;
    [...this.#list.children].forEach((offer, i) => offer.setAttribute('aria-selected', String(i === at)));
    const marked = this.#list.children[at];
    marked?.scrollIntoView({ block: 'nearest' });
    if (marked) {
      this.#field.element.setAttribute('aria-activedescendant', marked.id);
    } else {
      this.#field.element.removeAttribute('aria-activedescendant');
    }
  }

  #close = () => {
    this.#show('', []);
  };

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    const { length } = this.#offers;
    if (length === 0 || event.isComposing || event.shiftKey || !this.#handles(event.key, length)) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /**
   * @param {string} key
   * @param {number} length
   */
  #handles(key, length) {
    switch (key) {
      case 'ArrowDown': this.#mark((this.#at + 1) % length); return true;
      case 'ArrowUp': this.#mark((this.#at + length - 1) % length); return true;
      case 'Enter': return this.#enter();
      case 'Tab': this.#take(this.#at); return true;
      case 'Escape': this.#close(); return true;
      default: return false;
    }
  }

  /** A word that is complete needs no completion, so the text is sent. */
  #enter() {
    const complete = this.#offers[this.#at].text.trim().toLowerCase() === this.#wanted.toLowerCase();
    if (complete) {
      this.#close();
    } else {
      this.#take(this.#at);
    }
    return !complete;
  }

  /** @param {MouseEvent} event */
  #clicked = event => {
    // The focus stays in the text.
    event.preventDefault();
    const offer = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-at]'));
    if (offer) {
      this.#take(Number(offer.dataset.at));
    }
  };

  /** @param {number} at */
  #take(at) {
    const { length } = this.#wanted;
    const { text } = this.#offers[at];
    this.#close();
    this.#field.replaceBefore(length, text);
  }
}
