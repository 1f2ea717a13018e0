/**
 * Something that happens. The listeners are told in the order in which they were added.
 * @template {unknown[]} T what they are told
 */
export class Signal {
  /** @type {((...told: T) => unknown)[]} */
  #listeners = [];

  /** @param {(...told: T) => unknown} listener returns true if it takes care of it */
  hear = listener => {
    this.#listeners.push(listener);
  };

  /**
   * @param {T} told
   * @returns {boolean} whether a listener takes care of it
   */
  tell = (...told) => this.#listeners.map(listener => listener(...told)).includes(true);
}
