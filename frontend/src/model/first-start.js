import { say } from '../words.js';

/** The names of the fields of each step. */
const STEPS = [['invite', 'server'], ['guests', 'signUp'], ['name', 'password']];

/** The sentence for an empty field, of those that must not be empty. */
const MISSING = new Map([
  ['invite', say('start.code.missing')],
  ['name', say('start.name.missing')],
  ['password', say('start.password.missing')],
]);

/** The steps of the first start, one of which is shown. */
export class FirstStart {
  #secret;
  #step = 0;

  /** @param {string} secret of the link in the log; empty if the address has none */
  constructor(secret) {
    this.#secret = secret;
  }

  /** From 0. */
  get step() {
    return this.#step;
  }

  get isLast() {
    return this.#step === STEPS.length - 1;
  }

  /** Where the user is, in words. */
  get place() {
    return say('start.step', { step: this.#step + 1, steps: STEPS.length });
  }

  get secret() {
    return this.#secret;
  }

  /** The secret is not valid: the user is asked for another. */
  loseSecret() {
    this.#secret = '';
  }

  next() {
    this.#step = Math.min(this.#step + 1, STEPS.length - 1);
  }

  back() {
    this.#step = Math.max(this.#step - 1, 0);
  }

  /**
   * Goes to the step with the field that a refusal is about; stays if it is about none.
   * @param {string} [code] of the refusal; its first part may be the name of a field
   */
  goTo(code = '') {
    const step = STEPS.findIndex(fields => fields.includes(code.split('.')[0]));
    this.#step = step < 0 ? this.#step : step;
  }

  /**
   * The first field of this step that must not be empty and is.
   * @param {Record<string, string>} values
   * @returns {{field: string, sentence: string} | undefined}
   */
  missing(values) {
    const field = STEPS[this.#step].find(name => MISSING.has(name) && !this.#value(name, values));
    return field === undefined ? undefined : { field, sentence: MISSING.get(field) ?? '' };
  }

  /**
   * The secret that the user gives.
   * @param {Record<string, string>} values
   */
  invite(values) {
    return this.#secret || secretIn(values.invite ?? '');
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} values
   */
  #value(name, values) {
    return name === 'invite' ? this.invite(values) : values[name];
  }
}

/**
 * The secret in what people paste: the link, or only the secret.
 * @param {string} pasted
 */
export function secretIn(pasted) {
  return pasted.slice(pasted.indexOf('#') + 1).trim();
}
