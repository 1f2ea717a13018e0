import { Button } from './button.js';
import { find } from './element.js';

/** The dialog of a topic's webhooks, which takes the place of the topic's settings. */
export class HooksDialog {
  #root = /** @type {HTMLDialogElement} */ (find('#hooks-dialog'));
  #settings = /** @type {HTMLDialogElement} */ (find('#settings-dialog'));
  #handlers;
  #open = new Button('#topic-hooks', () => this.#show());
  #cancel;

  /** @param {{opened: () => void, closed: () => void}} handlers */
  constructor(handlers) {
    this.#handlers = handlers;
    this.#cancel = find('[data-cancel]', this.#root);
  }

  start() {
    this.#open.start();
    this.#cancel.addEventListener('click', this.close);
    this.#root.addEventListener('close', this.#handlers.closed);
  }

  stop() {
    this.close();
    this.#open.stop();
    this.#cancel.removeEventListener('click', this.close);
    this.#root.removeEventListener('close', this.#handlers.closed);
    this.#handlers.closed();
  }

  close = () => {
    this.#root.close();
  };

  #show() {
    this.#settings.close();
    this.#root.showModal();
    this.#handlers.opened();
  }
}
