import { find } from './element.js';

/** A menu that its button opens. It closes after a choice, by Escape, and by a click elsewhere. */
export class Menu {
  #root;

  /** @param {string} selector */
  constructor(selector) {
    this.#root = find(selector);
  }

  start() {
    // Before the button opens a dialog, so that the focus is where it shall be afterwards.
    this.#root.addEventListener('click', this.#chosen, { capture: true });
  }

  stop() {
    this.#root.hidePopover();
    this.#root.removeEventListener('click', this.#chosen, { capture: true });
  }

  /** @param {MouseEvent} event */
  #chosen = event => {
    if (/** @type {Element} */ (event.target).closest('button, a')) {
      this.#root.hidePopover();
    }
  };
}
