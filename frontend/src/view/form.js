import { inLocalTime } from '../model/moment.js';
import { find } from './element.js';

/**
 * A form that asks the server. It is busy meanwhile, and shows a refusal in its only field error.
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

  /**
   * @param {string} message
   * @param {string} [code] of the refusal; its first part may be the name of a field
   */
  fail(message, code = '') {
    const field = this.#field(code.split('.')[0]) ?? this.#field('name') ?? this.#form.querySelector('input');
    this.#error.textContent = inLocalTime(message);
    field?.setAttribute('aria-invalid', 'true');
    (field ?? this.#button).focus();
  }

  clear() {
    this.#error.textContent = '';
    this.#form.querySelector('[aria-invalid]')?.removeAttribute('aria-invalid');
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement | null} */ (name ? this.#form.querySelector(`[name="${name}"]`) : null);
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
      const { message, code } = /** @type {Error & {code?: string}} */ (error);
      this.fail(message, code);
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
