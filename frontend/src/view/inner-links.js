import { find } from './element.js';

/** Hears of a click on a link to the place where the page is already. Browsers do nothing then. */
export class InnerLinks {
  #root = find('#log');
  #clickedAgain;

  /** @param {() => void} clickedAgain */
  constructor(clickedAgain) {
    this.#clickedAgain = clickedAgain;
  }

  start() {
    this.#root.addEventListener('click', this.#clicked);
  }

  stop() {
    this.#root.removeEventListener('click', this.#clicked);
  }

  /** @param {MouseEvent} event */
  #clicked = event => {
    const link = /** @type {Element} */ (event.target).closest('a');
    if (link?.href === location.href) {
      this.#clickedAgain();
    }
  };
}
