/**
 * The wait before the next attempt: twice as long each time, up to a limit, and with a random part, so that it is not
 * the same in all browsers.
 */
export class Backoff {
  #first;
  #limit;
  #random;
  #attempts = 0;

  /** @param {{first?: number, limit?: number, random?: () => number}} [options] `first` and `limit` in ms */
  constructor({ first = 500, limit = 30_000, random = Math.random } = {}) {
    this.#first = first;
    this.#limit = limit;
    this.#random = random;
  }

  /**
   * The next wait in ms: between half of the doubled time and all of it.
   * @param {number} [seconds] when the server wants to be asked again, if it has said so: then at random in that second
   */
  next(seconds = 0) {
    if (seconds > 0) {
      return Math.round((seconds - this.#random()) * 1000);
    }
    const ceiling = Math.min(this.#limit, this.#first * 2 ** this.#attempts++);
    return Math.round(ceiling * (1 + this.#random()) / 2);
  }

  reset() {
    this.#attempts = 0;
  }
}
