import { find } from './element.js';

/** Says the result of the last act. */
export class Announcement {
  #root;

  /** @param {string} selector */
  constructor(selector) {
    this.#root = find(selector);
  }

  /** @param {string} sentence empty: nothing any more */
  say(sentence) {
    this.#root.textContent = sentence;
  }
}
