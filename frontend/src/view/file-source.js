import { isOfFiles } from '../model/pasted.js';
import { Signal } from '../model/signal.js';
import { find } from './element.js';

/** The browser tells several times a second that something is still dragged. */
const STILL = 600;

/** Where the files for a message come from: a button, a paste, and what is dropped on the messages or the text box. */
export class FileSource {
  /** @type {Signal<[File[], boolean]>} Files were given, and folders among them, which are left out. */
  given = new Signal();
  #room = find('#room');
  #area = find('#drop');
  #areaText = find('#drop p');
  #button = find('#composer-attach');
  #input = /** @type {HTMLInputElement} */ (find('#composer-files'));
  #open = false;
  /** Whether a part of this page is dragged. */
  #own = false;
  #timer = 0;
  /** @type {AbortController | null} */
  #life = null;

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#button.addEventListener('click', () => this.#input.click(), { signal });
    this.#input.addEventListener('change', this.#chosen, { signal });
    document.addEventListener('paste', this.#pasted, { signal });
    document.addEventListener('dragstart', () => this.#setOwn(true), { signal });
    document.addEventListener('dragend', () => this.#setOwn(false), { signal });
    this.#room.addEventListener('dragover', this.#dragged, { signal });
    this.#room.addEventListener('drop', this.#dropped, { signal });
    // A browser would leave the page and show the file.
    document.addEventListener('dragover', this.#refused, { signal });
    document.addEventListener('drop', this.#refused, { signal });
  }

  stop() {
    this.#show(false);
    this.#life?.abort();
  }

  /**
   * @param {boolean} open whether files are taken now
   * @param {string} where it says that they can be dropped
   */
  offer(open, where) {
    this.#open = open;
    this.#button.hidden = !open;
    this.#areaText.textContent = where;
  }

  #chosen = () => {
    this.given.tell([...this.#input.files ?? []], false);
    this.#input.value = '';
  };

  /** @param {ClipboardEvent} event */
  #pasted = event => {
    const files = [...event.clipboardData?.files ?? []];
    const elsewhere = /** @type {Element} */ (event.target).closest('dialog, input');
    if (this.#open && !elsewhere && isOfFiles(files, event.clipboardData?.getData('text/plain') ?? '')) {
      event.preventDefault();
      this.given.tell(files, false);
    }
  };

  /** @param {DragEvent} event */
  #dragged = event => {
    if (this.#open && this.#hasFiles(event)) {
      event.preventDefault();
      this.#show(true);
    }
  };

  /** @param {DragEvent} event */
  #dropped = event => {
    if (this.#open && this.#hasFiles(event)) {
      event.preventDefault();
      this.#show(false);
      const items = [...event.dataTransfer?.items ?? []].filter(({ kind }) => kind === 'file');
      const folders = items.filter(item => item.webkitGetAsEntry()?.isDirectory);
      const files = items.filter(item => !folders.includes(item)).map(item => item.getAsFile());
      this.given.tell(/** @type {File[]} */ (files.filter(Boolean)), folders.length > 0);
    }
  };

  /** @param {DragEvent} event */
  #refused = event => {
    if (!event.defaultPrevented && this.#hasFiles(event)) {
      event.preventDefault();
      if (event.dataTransfer) {
        event.dataTransfer.dropEffect = 'none';
      }
    }
  };

  /**
   * A picture of this page counts as a file in some browsers.
   * @param {DragEvent} event
   */
  #hasFiles({ dataTransfer }) {
    return !this.#own && [...dataTransfer?.items ?? []].some(({ kind }) => kind === 'file');
  }

  /** @param {boolean} own */
  #setOwn(own) {
    this.#own = own;
  }

  /** @param {boolean} shown */
  #show(shown) {
    clearTimeout(this.#timer);
    this.#area.hidden = !shown;
    if (shown) {
      this.#timer = window.setTimeout(() => this.#show(false), STILL);
    }
  }
}
