import { codeBlock, looksLikeCode } from '../model/markup.js';
import { say } from '../words.js';
import { find } from './element.js';
/** @import { TextField } from './text-field.js' */

/** Offers to make a code block of a long text that was pasted. The text is there already, and a user may go on writing. */
export class PasteOffer {
  #root = find('#paste-offer');
  #words = find('span', this.#root);
  #field;
  #start = 0;
  #pasted = '';
  /** @type {AbortController | null} */
  #life = null;

  /** @param {TextField} field */
  constructor(field) {
    this.#field = field;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#field.element.addEventListener('paste', this.#wasPasted, { signal });
    this.#field.element.addEventListener('input', this.look, { signal });
    this.#root.addEventListener('click', this.#answered, { signal });
  }

  stop() {
    this.#offer('');
    this.#life?.abort();
  }

  /** The text may have changed, and the part that was pasted with it. */
  look = () => {
    if (!this.#pasted || !this.#field.has(this.#start, this.#pasted)) {
      this.#offer('');
    }
  };

  /** @param {ClipboardEvent} event */
  #wasPasted = event => {
    const text = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
    if (looksLikeCode(text, this.#field.before)) {
      this.#start = this.#field.caret;
      // When the browser has pasted it.
      this.#field.element.addEventListener('input', () => this.#offer(text), { once: true });
    }
  };

  /** @param {string} text empty to offer nothing */
  #offer(text) {
    this.#pasted = text;
    this.#root.hidden = !text;
    this.#words.textContent = text && say('paste.lines', { count: text.trimEnd().split('\n').length });
  }

  /** @param {MouseEvent} event */
  #answered = event => {
    const { answer } = /** @type {HTMLElement} */ (event.target).dataset;
    const { element: { value } } = this.#field;
    if (answer === 'code') {
      this.#field.replace(this.#start, this.#pasted, codeBlock(this.#pasted, value.slice(0, this.#start)));
    }
    if (answer) {
      this.#offer('');
      this.#field.element.focus();
    }
  };
}
