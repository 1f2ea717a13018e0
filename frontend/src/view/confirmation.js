import { Dialog } from './dialog.js';
import { find } from './element.js';
/** @import { Question } from '../model/entry.js' */

/** Asks before an act that cannot be undone, and stays until it is done. */
export class Confirmation {
  #dialog = new Dialog('#confirm-dialog', () => this.#agreed());
  /** @type {() => Promise<unknown>} */
  #act = async () => {};
  #done = () => {};

  start() {
    this.#dialog.start();
  }

  stop() {
    this.#dialog.stop();
  }

  /**
   * @param {Question} question
   * @param {() => Promise<unknown>} act rejects with an `Error` whose message is shown
   * @param {() => void} done it has been done, and the dialog is gone
   */
  ask({ title, text, button }, act, done) {
    this.#act = act;
    this.#done = done;
    find('#confirm-dialog-title').textContent = title;
    find('#confirm-dialog-text').textContent = text;
    find('#confirm-dialog-agree').textContent = button;
    this.#dialog.open({});
  }

  close() {
    this.#dialog.close();
  }

  async #agreed() {
    await this.#act();
    // Only then can an element behind the dialog take the focus.
    this.#dialog.close();
    this.#done();
  }
}
