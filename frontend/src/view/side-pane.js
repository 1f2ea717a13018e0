import { find } from './element.js';

/**
 * A pane beside the messages. On a narrow screen it lies above them, and is closed until it is opened; on a wide one it is
 * open until it is closed.
 */
export class SidePane {
  root;
  #toggle;
  #close;
  #wide = matchMedia('(width >= 1200px)');
  #openWhenWide = true;
  #open = false;
  #enabled = true;
  /** @type {AbortController | null} */
  #life = null;

  /**
   * @param {string} root
   * @param {string} toggle
   * @param {string} close
   */
  constructor(root, toggle, close) {
    this.root = find(root);
    this.#toggle = find(toggle);
    this.#close = find(close);
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#toggle.addEventListener('click', this.#toggled, { signal });
    this.#close.addEventListener('click', this.#closed, { signal });
    this.root.addEventListener('keydown', this.#pressed, { signal });
    this.#wide.addEventListener('change', this.#fit, { signal });
    document.addEventListener('click', this.#clicked, { signal });
    this.#fit();
  }

  stop() {
    this.#life?.abort();
    this.#set(false);
  }

  /** @param {boolean} enabled false if there is nothing to show */
  enable(enabled) {
    this.#enabled = enabled;
    this.#set(this.#open);
  }

  /** Other messages are shown, which it would cover on a narrow screen. */
  uncover() {
    this.#set(this.#open && this.#wide.matches);
  }

  #fit = () => {
    this.#set(this.#wide.matches && this.#openWhenWide);
  };

  #toggled = () => {
    this.#choose(!this.#open);
    if (this.#open && !this.#wide.matches) {
      this.#close.focus();
    }
  };

  #closed = () => {
    this.#choose(false);
    this.#toggle.focus();
  };

  /**
   * A click beside the pane closes it on a narrow screen.
   * @param {MouseEvent} event
   */
  #clicked = event => {
    const target = /** @type {Element} */ (event.target);
    if (this.#open && !this.#wide.matches && target.closest('.room') && !this.#toggle.contains(target)) {
      this.#choose(false);
    }
  };

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    // Escape first closes a menu in the pane.
    if (event.key === 'Escape' && !this.#wide.matches && !this.root.querySelector(':popover-open')) {
      this.#closed();
    }
  };

  /** @param {boolean} open */
  #choose(open) {
    if (this.#wide.matches) {
      this.#openWhenWide = open;
    }
    this.#set(open);
  }

  /** @param {boolean} open */
  #set(open) {
    this.#open = open;
    this.root.hidden = !open || !this.#enabled;
    this.#toggle.setAttribute('aria-expanded', String(!this.root.hidden));
  }
}
