import { find } from './element.js';

/** A menu that its button opens. It closes after a choice, by Escape, and by a click elsewhere. */
export class Menu {
  #root;

  /** @param {string} selector */
  constructor(selector) {
    this.#root = find(selector);
  }

  start() {
    this.#root.addEventListener('click', this.#chosen);
  }

  stop() {
    this.#root.hidePopover();
    this.#root.removeEventListener('click', this.#chosen);
  }

  /** @param {MouseEvent} event */
  #chosen = event => {
    if (/** @type {Element} */ (event.target).closest('button, a')) {
      this.#root.hidePopover();
    }
  };
}
