import { find } from './element.js';
import { Form } from './form.js';

/** A dialog with one form, that closes when the server agrees. */
export class Dialog {
  #dialog;
  #fields;
  #form;
  #cancel;

  /**
   * @param {string} selector
   * @param {(values: Record<string, string>) => Promise<unknown>} submit
   */
  constructor(selector, submit) {
    this.#dialog = /** @type {HTMLDialogElement} */ (find(selector));
    this.#fields = /** @type {HTMLFormElement} */ (find('form', this.#dialog));
    this.#cancel = find('[data-cancel]', this.#dialog);
    this.#form = new Form(this.#fields, async values => {
      await submit(values);
      this.close();
    });
  }

  start() {
    this.#form.start();
    this.#cancel.addEventListener('click', this.close);
  }

  stop() {
    this.close();
    this.#form.stop();
    this.#cancel.removeEventListener('click', this.close);
  }

  /** @param {Record<string, string>} values the first values of the fields */
  open(values) {
    this.#form.clear();
    this.#fields.reset();
    for (const [name, value] of Object.entries(values)) {
      this.field(name).value = value;
    }
    this.#dialog.showModal();
  }

  close = () => {
    this.#dialog.close();
  };

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (find(`[name="${name}"]`, this.#fields));
  }
}
