import { cookie } from '../model/cookie.js';
import { find } from './element.js';

/** The choice of a language, by which the server sends the page anew. */
export class LanguageChoice {
  #root;

  /** @param {string} selector */
  constructor(selector) {
    this.#root = find(selector);
  }

  start() {
    this.#root.addEventListener('change', this.#changed);
  }

  stop() {
    this.#root.removeEventListener('change', this.#changed);
  }

  /** @param {Event} event */
  #changed = event => {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    document.cookie = cookie('language', value, new URL('.', document.baseURI));
    location.reload();
  };
}
