import { say } from '../words.js';
import { avatar } from './avatar.js';
import { element, find } from './element.js';
import { fileOf, squareOf } from './square.js';

/**
 * @typedef {object} PortraitHandlers
 * @property {() => string} name of the user
 * @property {() => boolean} has whether the user has a picture
 * @property {(file: Blob) => Promise<unknown>} upload
 * @property {() => Promise<unknown>} remove
 */

/** The user's own picture in the account dialog: chosen or dropped, looked at, and taken or removed. */
export class Portrait {
  #root = find('#portrait');
  #shown = find('#portrait-shown');
  #file = /** @type {HTMLInputElement} */ (find('#portrait-file'));
  #use = find('#portrait-use');
  #cancel = find('#portrait-cancel');
  #remove = find('#portrait-remove');
  #error = find('#portrait-error');
  #said = find('#portrait-said');
  #handlers;
  /** @type {{canvas: HTMLCanvasElement, type: string} | null} the chosen picture, which is not uploaded yet */
  #chosen = null;
  #busy = false;
  /** @type {AbortController | null} */
  #life = null;

  /** @param {PortraitHandlers} handlers */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#file.addEventListener('change', () => this.#choose(this.#file.files?.[0]), { signal });
    this.#use.addEventListener('click', this.#upload, { signal });
    this.#cancel.addEventListener('click', () => this.#show(), { signal });
    // It opens the dialog.
    find('#account').addEventListener('click', () => this.#show(), { signal });
    this.#remove.addEventListener('click', this.#removed, { signal });
    this.#root.addEventListener('dragover', this.#dragged, { signal });
    this.#root.addEventListener('dragleave', () => this.#root.removeAttribute('data-over'), { signal });
    this.#root.addEventListener('drop', this.#dropped, { signal });
  }

  stop() {
    this.#life?.abort();
  }

  /** Shows the present picture. */
  #show(said = '') {
    this.#chosen = null;
    this.#file.value = '';
    this.#error.textContent = '';
    this.#said.textContent = said;
    this.#shown.replaceChildren(avatar(this.#handlers.name()));
    this.draw();
  }

  /** Brings the buttons up to date. */
  draw() {
    this.#use.hidden = this.#cancel.hidden = !this.#chosen;
    this.#remove.hidden = Boolean(this.#chosen) || !this.#handlers.has();
  }

  /** @param {File | undefined} file */
  #choose(file) {
    return file && this.#trying(async () => {
      const canvas = await squareOf(file);
      this.#chosen = { canvas, type: file.type };
      this.#shown.replaceChildren(element('span', { class: 'avatar' }, canvas));
      this.#said.textContent = say('picture.preview');
      this.draw();
    });
  }

  #upload = () => this.#trying(async () => {
    if (this.#chosen) {
      await this.#handlers.upload(await fileOf(this.#chosen.canvas, this.#chosen.type));
      this.#show(say('picture.changed'));
      this.#file.focus();
    }
  });

  #removed = () => this.#trying(async () => {
    await this.#handlers.remove();
    this.#show(say('picture.removed'));
    this.#file.focus();
  });

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
    }
  }

  /** @param {DragEvent} event */
  #dragged = event => {
    if ([...event.dataTransfer?.items ?? []].some(({ kind }) => kind === 'file')) {
      event.preventDefault();
      this.#root.dataset.over = '';
    }
  };

  /** @param {DragEvent} event */
  #dropped = event => {
    event.preventDefault();
    this.#root.removeAttribute('data-over');
    this.#choose(event.dataTransfer?.files[0]);
  };
}
