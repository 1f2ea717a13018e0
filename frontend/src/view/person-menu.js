import { element, find } from './element.js';
/** @import { PersonAct } from '../model/people.js' */

/** What can be done with a person, at that person's button. */
export class PersonMenu {
  #root = find('#person-menu');
  /** @type {PersonAct[]} */
  #acts = [];
  #name = '';

  start() {
    this.#root.addEventListener('click', this.#chosen);
    addEventListener('resize', this.#close);
  }

  stop() {
    this.#close();
    this.#root.removeEventListener('click', this.#chosen);
    removeEventListener('resize', this.#close);
  }

  /**
   * @param {HTMLElement} button
   * @param {string} name
   * @param {PersonAct[]} acts
   */
  open(button, name, acts) {
    this.#acts = acts;
    this.#name = name;
    this.#root.setAttribute('aria-label', name);
    this.#root.replaceChildren(...acts.map(({ label }) => element('button', { class: 'menu__item', type: 'button' }, label)));
    this.#root.showPopover();
    const { left, bottom } = button.getBoundingClientRect();
    const { width, height } = this.#root.getBoundingClientRect();
    this.#root.style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`);
    this.#root.style.setProperty('top', `${Math.max(8, Math.min(bottom, innerHeight - height - 8))}px`);
    find('button', this.#root).focus();
  }

  #close = () => {
    this.#root.hidePopover();
  };

  /** @param {MouseEvent} event */
  #chosen = event => {
    const index = [...this.#root.children].indexOf(/** @type {Element} */ (event.target));
    if (index >= 0) {
      this.#root.hidePopover();
      this.#acts[index].start(this.#name);
    }
  };
}
