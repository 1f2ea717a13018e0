import { settingsIn } from '../model/server-settings.js';
import { find } from './element.js';
import { Form } from './form.js';
import { LanguageChoice } from './language.js';
/** @import { FirstStart } from '../model/first-start.js' */
/** @import { ServerSettings } from '../model/server-settings.js' */

/** @typedef {{name: string, password: string, invite: string, server: ServerSettings}} FirstAdmin */
/**
 * @typedef {object} StartHandlers
 * @property {(secret: string) => Promise<unknown>} check rejects if the secret is not valid
 * @property {(admin: FirstAdmin) => Promise<unknown>} finish
 * @property {() => void} finished
 */

/** The card of the first start. It asks one question at a time. */
export class StartCard {
  #fields = /** @type {HTMLFormElement} */ (find('#start-form'));
  #steps = /** @type {HTMLElement[]} */ ([...this.#fields.querySelectorAll('.step')]);
  #back = find('#start-back');
  #next = find('#start-next');
  #form = new Form(this.#fields, values => this.#submit(values));
  #language = new LanguageChoice('#start-language');
  #first;
  #handlers;

  /**
   * @param {FirstStart} first
   * @param {StartHandlers} handlers
   */
  constructor(first, handlers) {
    this.#first = first;
    this.#handlers = handlers;
  }

  start() {
    this.#form.start();
    this.#language.start();
    this.#back.addEventListener('click', this.#goBack);
    this.#draw();
    this.#focus();
    this.#check();
  }

  stop() {
    this.#form.stop();
    this.#language.stop();
    this.#back.removeEventListener('click', this.#goBack);
  }

  /** Says at once that the link is not valid, before the user has answered. */
  async #check() {
    try {
      if (this.#first.secret) {
        await this.#handlers.check(this.#first.secret);
      }
    } catch (error) {
      this.#refused(/** @type {Error & {code?: string}} */ (error));
      this.#form.fail(/** @type {Error} */ (error).message, 'invite');
    }
  }

  /** @param {Record<string, string>} values */
  async #submit(values) {
    const missing = this.#first.missing(values);
    if (missing) {
      throw Object.assign(new Error(missing.sentence), { code: missing.field });
    }
    if (!this.#first.isLast) {
      this.#first.next();
      this.#draw();
      this.#focus();
      return;
    }
    const { name, password } = values;
    try {
      await this.#handlers.finish({ name, password, invite: this.#first.invite(values), server: settingsIn(this.#fields) });
    } catch (error) {
      this.#refused(/** @type {Error & {code?: string}} */ (error));
      throw error;
    }
    this.#handlers.finished();
  }

  /** @param {{code?: string}} error */
  #refused({ code = '' }) {
    if (code === 'invite.invalid') {
      this.#first.loseSecret();
    }
    this.#first.goTo(code);
    this.#draw();
  }

  #goBack = () => {
    this.#first.back();
    this.#form.clear();
    this.#draw();
    this.#focus();
  };

  #draw() {
    const { step, isLast, place, secret } = this.#first;
    this.#steps.forEach((part, number) => {
      part.hidden = number !== step;
    });
    find('#start-step').textContent = place;
    find('#start-code-field').hidden = secret !== '';
    this.#back.hidden = step === 0;
    this.#next.textContent = (isLast ? this.#next.dataset.finish : this.#next.dataset.next) ?? '';
  }

  /** To the first field of the step, or to the button if the configuration answers all its questions. */
  #focus() {
    const fields = /** @type {HTMLElement[]} */ ([...this.#steps[this.#first.step].querySelectorAll('input:enabled, select:enabled')]);
    (fields.find(field => field.checkVisibility()) ?? this.#next).focus();
  }
}
