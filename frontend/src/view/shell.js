import { Drawer } from './drawer.js';
import { find } from './element.js';

/** The frame around all other views of the chat. */
export class Shell {
  #root = find('#chat');
  #drawer = new Drawer();
  #skip = find('#skip');
  #text = find('#composer-text');

  start() {
    this.#root.hidden = false;
    this.#root.inert = false;
    this.#drawer.start();
    this.#skip.addEventListener('click', this.#skipped);
  }

  stop() {
    this.#skip.removeEventListener('click', this.#skipped);
    this.#drawer.stop();
    this.#root.hidden = true;
  }

  // The fragment of the address names the topic, so the browser must not follow the link.
  /** @param {Event} event */
  #skipped = event => {
    event.preventDefault();
    this.#text.focus();
  };
}
