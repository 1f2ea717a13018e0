/**
 * A pattern of the message files, as the server has parsed it: a text, or a list of texts and arguments. The value of an
 * argument is filled in as it is, or chooses one of the patterns.
 * @typedef {string | (string | Argument)[]} Pattern
 */
/** @typedef {[name: string, kind?: 'number' | 'plural' | 'select', cases?: Record<string, Pattern>]} Argument */
/** @typedef {{locale: string, patterns: Record<string, Pattern>}} Words the words of a language */

/** Says sentences of the message files in one language. */
export class Speech {
  /** The locale of dates, numbers and lists. */
  locale;
  #patterns;
  #plurals;
  #numbers;
  #list;

  /** @param {Words} words */
  constructor({ locale, patterns }) {
    this.locale = locale;
    this.#patterns = patterns;
    this.#plurals = new Intl.PluralRules(locale);
    this.#numbers = new Intl.NumberFormat(locale);
    this.#list = new Intl.ListFormat(locale);
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values = {}) {
    return this.parts(key, values).join('');
  }

  /**
   * The parts of a sentence, in which values may also be elements.
   * @template T
   * @param {string} key an unknown one is shown as it is
   * @param {Record<string, T | string | number>} values
   * @returns {(T | string)[]}
   */
  parts(key, values) {
    return this.#fill(this.#patterns[key] ?? key, values);
  }

  /** @param {string[]} names */
  list(names) {
    return this.#list.format(names);
  }

  /** @param {number} number */
  number(number) {
    return this.#numbers.format(number);
  }

  /**
   * @template T
   * @param {Pattern} pattern
   * @param {Record<string, T | string | number>} values
   * @returns {(T | string)[]}
   */
  #fill(pattern, values) {
    return typeof pattern === 'string' ? [pattern]
      : pattern.flatMap(part => typeof part === 'string' ? part : this.#argument(part, values));
  }

  /**
   * @template T
   * @param {Argument} argument
   * @param {Record<string, T | string | number>} values
   * @returns {(T | string)[]}
   */
  #argument([name, kind, cases = {}], values) {
    const value = values[name];
    switch (kind) {
      case 'plural': return this.#fill(cases[`=${value}`] ?? cases[this.#plurals.select(Number(value))] ?? cases.other, values);
      case 'select': return this.#fill(cases[String(value)] ?? cases.other, values);
      default: return [typeof value === 'number' ? this.number(value) : value];
    }
  }
}

const speech = new Speech(globalThis.words ?? { locale: 'en', patterns: {} });

/** The locale of dates and times. */
export const locale = speech.locale;

/**
 * A sentence of the message files, in the language of the page.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values) {
  return speech.say(key, values);
}

/**
 * The parts of a sentence, in which values may also be elements.
 * @template T
 * @param {string} key
 * @param {Record<string, T | string | number>} values
 */
export function said(key, values) {
  return speech.parts(key, values);
}

/**
 * Names as a part of a sentence, e.g. `ada, grace and linus`.
 * @param {string[]} names
 */
export function listed(names) {
  return speech.list(names);
}

/**
 * A length of time, e.g. `10 minutes`.
 * @param {number} count
 * @param {'minute' | 'hour' | 'day' | 'week'} unit
 */
export function duration(count, unit) {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/**
 * A number as people write it, e.g. `12,000`.
 * @param {number} number
 */
export function grouped(number) {
  return speech.number(number);
}
