import { find } from './element.js';
/** @import { Wishes } from '../model/notices.js' */

/** The switches for notifications and for the sound. */
export class NoticeChoice {
  #root = find('#notices');
  #notify = /** @type {HTMLInputElement} */ (find('[name="notify"]', this.#root));
  #sound = /** @type {HTMLInputElement} */ (find('[name="sound"]', this.#root));
  #push = /** @type {HTMLInputElement} */ (find('[name="push"]', this.#root));
  #hint = find('p', this.#root);
  #changed;

  /** @param {(changed: keyof Wishes | 'push', on: boolean) => void} changed */
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
   * @param {Wishes & {push: boolean, pushPossible: boolean}} wishes
   * @param {string} [hint] why one of them is not fulfilled
   */
  draw({ notify, sound, push, pushPossible }, hint = '') {
    this.#notify.checked = notify;
    this.#sound.checked = sound;
    this.#push.checked = push;
    /** @type {HTMLElement} */ (this.#push.parentElement).hidden = !pushPossible;
    this.#hint.textContent = hint;
  }

  /** @param {Event} event */
  #heard = event => {
    const { name, checked } = /** @type {HTMLInputElement} */ (event.target);
    this.#changed(/** @type {keyof Wishes | 'push'} */ (name), checked);
  };
}
