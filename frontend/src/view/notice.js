import { inLocalTime } from '../model/moment.js';
import { say } from '../words.js';
import { find } from './element.js';

/** One sentence about a fault that concerns no message. */
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
   * @param {() => void} [retry] the act of the button, if there is something to try again
   */
  show(text, retry) {
    this.#retry = retry;
    this.#text.textContent = inLocalTime(text);
    this.#button.textContent = say(retry ? 'retry' : 'notice.dismiss');
    this.#root.hidden = false;
  }

  /** The act that was offered has succeeded without the button. */
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
