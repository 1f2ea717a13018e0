import { Dialog } from './dialog.js';

/** Asks before a message is deleted, since that cannot be undone. */
export class MessageDialog {
  #dialog;
  #seq = 0;

  /**
   * @param {(seq: number) => Promise<unknown>} remove
   * @param {() => void} removed moves the focus: the button that had it goes with the message
   */
  constructor(remove, removed) {
    this.#dialog = new Dialog('#message-dialog', async () => {
      await remove(this.#seq);
      this.#dialog.close();
      removed();
    });
  }

  start() {
    this.#dialog.start();
  }

  stop() {
    this.#dialog.stop();
  }

  /** @param {number} seq */
  open(seq) {
    this.#seq = seq;
    this.#dialog.open({});
  }
}
