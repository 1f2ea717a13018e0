/** Lets something happen at most once in a time. */
export class Pace {
  #every;
  #last = -Infinity;

  /** @param {number} every in milliseconds */
  constructor(every) {
    this.#every = every;
  }

  /**
   * @param {number} now in milliseconds
   * @returns {boolean} true if it may happen now, which then counts
   */
  take(now) {
    const due = now - this.#last >= this.#every;
    if (due) {
      this.#last = now;
    }
    return due;
  }

  /** It may happen at once. */
  reset() {
    this.#last = -Infinity;
  }
}
