import { cookie } from '../model/cookie.js';
import { find } from './element.js';

/** The choice of a language, by which the server sends the page anew. */
export class LanguageChoice {
  #root;
  #save;
  #failed;

  /**
   * @param {string} selector
   * @param {(tag: string) => unknown} [save] keeps the choice elsewhere too; nothing changes if it rejects
   * @param {(reason: string) => void} [failed]
   */
  constructor(selector, save = () => {}, failed = () => {}) {
    this.#root = find(selector);
    this.#save = save;
    this.#failed = failed;
  }

  start() {
    this.#root.addEventListener('change', this.#changed);
  }

  stop() {
    this.#root.removeEventListener('change', this.#changed);
  }

  /** @param {Event} event */
  #changed = async event => {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    try {
      await this.#save(value);
    } catch (error) {
      /** @type {HTMLInputElement} */ (find(`[value="${language}"]`, this.#root)).checked = true;
      this.#failed(/** @type {Error} */ (error).message);
      return;
    }
    document.cookie = cookie('language', value, new URL('.', document.baseURI));
    location.reload();
  };
}

/** The tag of the language of the page. */
export const language = document.body.dataset.language ?? '';
