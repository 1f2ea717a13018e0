import { find } from './element.js';

/** The side bar on a narrow screen, hidden until it is opened. */
export class Drawer {
  #sidebar = find('#sidebar');
  #room = find('#room');
  #scrim = find('#scrim');
  #opener = find('#drawer-open');
  #narrow = matchMedia('(width <= 760px)');
  /** @type {AbortController | null} */
  #life = null;

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#opener.addEventListener('click', this.#open, { signal });
    find('#drawer-close').addEventListener('click', this.close, { signal });
    this.#scrim.addEventListener('click', this.close, { signal });
    // Before a button opens a dialog, so that the focus is where it shall be afterwards.
    this.#sidebar.addEventListener('click', this.#picked, { signal, capture: true });
    this.#sidebar.addEventListener('keydown', this.#pressed, { signal });
    this.#narrow.addEventListener('change', this.close, { signal });
  }

  stop() {
    this.close();
    this.#life?.abort();
  }

  close = () => {
    if (this.#sidebar.dataset.open !== undefined) {
      this.#set(false);
      this.#opener.focus();
    }
  };

  #open = () => {
    this.#set(true);
    find('#drawer-close').focus();
  };

  /** @param {boolean} open */
  #set(open) {
    this.#sidebar.toggleAttribute('data-open', open);
    this.#room.toggleAttribute('inert', open);
    this.#scrim.hidden = !open;
    this.#opener.setAttribute('aria-expanded', String(open));
  }

  /** @param {MouseEvent} event */
  #picked = event => {
    if (/** @type {Element} */ (event.target).closest('a, .menu button, .jump, .sidebar__heading button:not([popovertarget])')) {
      this.close();
    }
  };

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    // Escape first closes a menu in the side bar.
    if (event.key === 'Escape' && !this.#sidebar.querySelector(':popover-open')) {
      this.close();
    }
  };
}
