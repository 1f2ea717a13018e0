import { find } from '../element.js';
import { drawServerIcon } from '../server.js';
import { fileOf, squareOf } from '../square.js';

/** The side of the largest form of the icon. */
const SIDE = 512;

/**
 * @typedef {object} IconHandlers
 * @property {(file: Blob) => Promise<{icon: string}>} upload
 * @property {() => Promise<unknown>} remove
 * @property {(changed: boolean) => void} done `changed`: false if it was removed
 */

/** The icon of the server, which an admin changes or removes. */
export class IconChoice {
  #shown = /** @type {HTMLImageElement} */ (find('#icon-shown'));
  #file = /** @type {HTMLInputElement} */ (find('#icon-file'));
  #remove = find('#icon-remove');
  #error = find('#icon-error');
  #handlers;
  #busy = false;

  /** @param {IconHandlers} handlers */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  start() {
    this.#file.addEventListener('change', this.#chosen);
    this.#remove.addEventListener('click', this.#removed);
    this.#remove.hidden = !this.#shown.dataset.own;
  }

  stop() {
    this.#file.removeEventListener('change', this.#chosen);
    this.#remove.removeEventListener('click', this.#removed);
    this.#error.textContent = '';
  }

  #chosen = () => this.#trying(async () => {
    const file = this.#file.files?.[0];
    if (file) {
      const { icon } = await this.#handlers.upload(await fileOf(await squareOf(file, SIDE), file.type));
      this.#show(icon);
    }
  });

  #removed = () => this.#trying(async () => {
    await this.#handlers.remove();
    this.#show('');
    this.#file.focus();
  });

  /** @param {string} icon its address; empty without one */
  #show(icon) {
    this.#shown.dataset.own = icon;
    drawServerIcon(icon);
    this.#remove.hidden = !icon;
    this.#handlers.done(icon !== '');
  }

  /** @param {() => Promise<unknown>} act */
  async #trying(act) {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.#error.textContent = '';
    try {
      await act();
    } catch (error) {
      this.#error.textContent = /** @type {Error} */ (error).message;
    } finally {
      this.#busy = false;
      this.#file.value = '';
    }
  }
}
