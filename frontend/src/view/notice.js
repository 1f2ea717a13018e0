import { inLocalTime } from '../model/moment.js';
import { find } from './element.js';

/** One sentence about something that went wrong and belongs to no message. */
export class Notice {
  #root = find('#notice');
  #text = find('span', this.#root);
  #button = find('button', this.#root);
  /** @type {(() => void) | undefined} */
  #retry;

  start() {
    this.#button.addEventListener('click', this.#clicked);
  }

  stop() {
    this.#button.removeEventListener('click', this.#clicked);
    this.hide();
  }

  /**
   * @param {string} text
   * @param {() => void} [retry] what to offer against it
   */
  show(text, retry) {
    this.#retry = retry;
    this.#text.textContent = inLocalTime(text);
    this.#button.textContent = retry ? 'Try again' : 'Dismiss';
    this.#root.hidden = false;
  }

  /** What was offered to be tried again has worked by itself. */
  resolve() {
    if (this.#retry) {
      this.hide();
    }
  }

  hide() {
    this.#root.hidden = true;
  }

  #clicked = () => {
    this.hide();
    this.#retry?.();
  };
}
