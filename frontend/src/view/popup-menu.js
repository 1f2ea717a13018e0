import { element, find } from './element.js';
import { moveIn } from './grid-keys.js';

/** @typedef {{label: string, start: () => void}} Choice */

/** A menu at a button, with choices that are not the same each time. */
export class PopupMenu {
  #root;
  /** @type {Choice[]} */
  #choices = [];

  /** @param {string} selector */
  constructor(selector) {
    this.#root = find(selector);
  }

  start() {
    this.#root.addEventListener('click', this.#chosen);
    this.#root.addEventListener('keydown', this.#pressed);
    addEventListener('resize', this.#close);
  }

  stop() {
    this.#close();
    removeEventListener('resize', this.#close);
    this.#root.removeEventListener('click', this.#chosen);
    this.#root.removeEventListener('keydown', this.#pressed);
  }

  /**
   * @param {HTMLElement} button
   * @param {string} label
   * @param {Choice[]} choices
   */
  open(button, label, choices) {
    this.#choices = choices;
    this.#root.setAttribute('aria-label', label);
    this.#root.replaceChildren(...choices.map(choice => element('button', { 'class': 'menu__item', 'type': 'button' }, choice.label)));
    this.#root.showPopover();
    const { left, top, bottom } = button.getBoundingClientRect();
    const { width, height } = this.#root.getBoundingClientRect();
    // It stays within the part of the page with its button.
    const { right } = (button.closest('main, aside') ?? document.documentElement).getBoundingClientRect();
    this.#root.style.setProperty('left', `${Math.max(8, Math.min(left, right - width - 8))}px`);
    this.#root.style.setProperty('top', `${bottom + height + 8 > innerHeight ? Math.max(8, top - height) : bottom}px`);
    find('button', this.#root).focus();
  }

  /** Its button has moved. */
  #close = () => {
    this.#root.hidePopover();
  };

  /** @param {MouseEvent} event */
  #chosen = event => {
    const index = [...this.#root.children].indexOf(/** @type {Element} */ (event.target));
    if (index >= 0) {
      this.#root.hidePopover();
      this.#choices[index].start();
    }
  };

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    if (moveIn(this.#root, event)) {
      event.preventDefault();
    }
  };
}
