import { find } from './element.js';

/** A button of the page's shell. */
export class Button {
  #root;
  #clicked;

  /**
   * @param {string} selector
   * @param {() => void} clicked
   */
  constructor(selector, clicked) {
    this.#root = find(selector);
    this.#clicked = clicked;
  }

  start() {
    this.#root.addEventListener('click', this.#clicked);
  }

  stop() {
    this.#root.removeEventListener('click', this.#clicked);
  }

  /** @param {boolean} shown */
  show(shown) {
    this.#root.hidden = !shown;
  }

  /** @param {string} text */
  say(text) {
    this.#root.textContent = text;
  }
}
