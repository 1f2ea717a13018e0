import { find } from './element.js';
/** @import { Wishes } from '../model/notices.js' */

/** The switches for notifications and for the sound. */
export class NoticeChoice {
  #root = find('#notices');
  #notify = /** @type {HTMLInputElement} */ (find('[name="notify"]', this.#root));
  #sound = /** @type {HTMLInputElement} */ (find('[name="sound"]', this.#root));
  #hint = find('p', this.#root);
  #changed;

  /** @param {(changed: keyof Wishes, on: boolean) => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  start() {
    this.#root.addEventListener('change', this.#heard);
  }

  stop() {
    this.#root.removeEventListener('change', this.#heard);
  }

  /**
   * @param {Wishes} wishes
   * @param {string} [hint] why one of them is not fulfilled
   */
  draw({ notify, sound }, hint = '') {
    this.#notify.checked = notify;
    this.#sound.checked = sound;
    this.#hint.textContent = hint;
  }

  /** @param {Event} event */
  #heard = event => {
    const { name, checked } = /** @type {HTMLInputElement} */ (event.target);
    this.#changed(/** @type {keyof Wishes} */ (name), checked);
  };
}
