import { Dialog } from './dialog.js';
import { find } from './element.js';

/** One's account: another password, or no account any more. */
export class AccountDialog {
  #password;
  #deletion;
  #delete = find('#account-delete');

  /** @param {{changePassword: (current: string, password: string) => Promise<unknown>, deleteAccount: (password: string) => Promise<unknown>}} handlers */
  constructor(handlers) {
    this.#password = new Dialog('#account-dialog',
      ({ current, password }) => handlers.changePassword(current, password));
    this.#deletion = new Dialog('#deletion-dialog', ({ password }) => handlers.deleteAccount(password));
  }

  start() {
    this.#password.start();
    this.#deletion.start();
    this.#delete.addEventListener('click', this.#askForDeletion);
  }

  stop() {
    this.#password.stop();
    this.#deletion.stop();
    this.#delete.removeEventListener('click', this.#askForDeletion);
  }

  open() {
    this.#password.open({});
  }

  #askForDeletion = () => {
    this.#password.close();
    this.#deletion.open({});
  };
}
