import { find } from './element.js';

const SHOWN_FOR = 4_000;

/** Says for a moment what was done. */
export class Toast {
  #root;
  #timer = 0;

  /** @param {string} selector */
  constructor(selector) {
    this.#root = find(selector);
  }

  /** It starts with the first sentence. */
  start() {}

  stop() {
    clearTimeout(this.#timer);
    this.#root.textContent = '';
  }

  /** @param {string} sentence */
  say(sentence) {
    this.stop();
    this.#root.textContent = sentence;
    this.#timer = window.setTimeout(() => this.stop(), SHOWN_FOR);
  }
}
