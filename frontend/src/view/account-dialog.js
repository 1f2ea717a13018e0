import { Dialog } from './dialog.js';
import { find } from './element.js';

/**
 * @typedef {object} AccountHandlers
 * @property {(current: string, password: string) => Promise<unknown>} changePassword
 * @property {(password: string) => Promise<unknown>} deleteAccount
 * @property {() => void} accountOpened
 * @property {() => void} accountClosed
 */

/** The dialogs of the user's account: its password, its access tokens, its webhooks and its deletion. */
export class AccountDialog {
  #password;
  #deletion;
  #handlers;
  #root = find('#account-dialog');
  #delete = find('#account-delete');

  /** @param {AccountHandlers} handlers */
  constructor(handlers) {
    this.#handlers = handlers;
    this.#password = new Dialog('#account-dialog',
      ({ current, password }) => handlers.changePassword(current, password));
    this.#deletion = new Dialog('#deletion-dialog', ({ password }) => handlers.deleteAccount(password));
  }

  start() {
    this.#password.start();
    this.#deletion.start();
    this.#delete.addEventListener('click', this.#askForDeletion);
    this.#root.addEventListener('close', this.#handlers.accountClosed);
  }

  stop() {
    this.#password.stop();
    this.#deletion.stop();
    this.#delete.removeEventListener('click', this.#askForDeletion);
    this.#root.removeEventListener('close', this.#handlers.accountClosed);
    this.#handlers.accountClosed();
  }

  open() {
    this.#password.open({});
    this.#handlers.accountOpened();
  }

  #askForDeletion = () => {
    this.#password.close();
    this.#deletion.open({});
  };
}
