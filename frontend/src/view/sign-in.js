import { find } from './element.js';
import { Form } from './form.js';

/** The card that asks for a name. */
export class SignIn {
  #root = find('#sign-in');
  #name = /** @type {HTMLInputElement} */ (find('#sign-in-name'));
  #form;

  /** @param {(name: string) => Promise<unknown>} join */
  constructor(join) {
    this.#form = new Form(find('#sign-in-form'), ({ name }) => join(name));
  }

  /**
   * @param {string} name what to offer
   * @param {string} reason why it is asked for again; empty if it is not
   */
  start(name, reason) {
    this.#form.start();
    this.#form.clear();
    this.#root.hidden = false;
    this.#name.value = name;
    this.#name.select();
    this.#name.focus();
    if (reason) {
      this.#form.fail(reason);
    }
    document.title = 'Hubbub';
  }

  stop() {
    this.#form.stop();
    this.#root.hidden = true;
  }
}
