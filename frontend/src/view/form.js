import { find } from './element.js';

/**
 * A form that asks the server: busy while it does, the refusal beside the field.
 * Used by the sign-in card and the dialogs.
 */
export class Form {
  #form;
  #submit;
  #error;
  #button;
  #busy = false;

  /**
   * @param {HTMLFormElement} form
   * @param {(values: Record<string, string>) => Promise<unknown>} submit rejects with an `Error` whose message is shown
   */
  constructor(form, submit) {
    this.#form = form;
    this.#submit = submit;
    this.#error = find('.field__error', form);
    this.#button = /** @type {HTMLButtonElement} */ (find('[type="submit"]', form));
  }

  start() {
    this.#form.addEventListener('submit', this.#submitted);
  }

  stop() {
    this.#form.removeEventListener('submit', this.#submitted);
  }

  /** @param {string} message */
  fail(message) {
    this.#error.textContent = message;
    this.#named.setAttribute('aria-invalid', 'true');
    this.#named.focus();
  }

  clear() {
    this.#error.textContent = '';
    this.#named.removeAttribute('aria-invalid');
  }

  /** The field that a refusal is about. */
  get #named() {
    return /** @type {HTMLInputElement} */ (find('[name="name"]', this.#form));
  }

  /** @param {Event} event */
  #submitted = async event => {
    event.preventDefault();
    if (this.#busy) {
      return;
    }
    this.#setBusy(true);
    this.clear();
    try {
      await this.#submit(/** @type {Record<string, string>} */ (Object.fromEntries(new FormData(this.#form))));
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.#setBusy(false);
    }
  };

  /** @param {boolean} busy */
  #setBusy(busy) {
    this.#busy = busy;
    this.#button.setAttribute('aria-disabled', String(busy));
  }
}
