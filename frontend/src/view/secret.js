import { say } from '../words.js';
import { find } from './element.js';

/** A secret that is shown only once, with a button that copies it. */
export class Secret {
  #root;
  #value;
  #button;
  #said;

  /** @param {string} selector */
  constructor(selector) {
    this.#root = find(selector);
    this.#value = /** @type {HTMLInputElement} */ (find('input', this.#root));
    this.#button = find('button', this.#root);
    this.#said = find('[role="status"]', this.#root);
  }

  start() {
    this.#button.addEventListener('click', this.#copy);
  }

  stop() {
    this.#button.removeEventListener('click', this.#copy);
    this.hide();
  }

  /** @param {string} value */
  show(value) {
    this.#value.value = value;
    this.#said.textContent = '';
    this.#root.hidden = false;
    this.#value.focus();
    this.#value.select();
  }

  /** Forgets it. */
  hide() {
    this.#value.value = '';
    this.#root.hidden = true;
  }

  #copy = async () => {
    this.#said.textContent = say(await this.#copied() ? 'secret.copied' : 'secret.selected');
  };

  async #copied() {
    try {
      await navigator.clipboard.writeText(this.#value.value);
      return true;
    } catch {
      // Without TLS there is no clipboard. This older way still works.
      this.#value.select();
      return document.execCommand('copy');
    }
  }
}
