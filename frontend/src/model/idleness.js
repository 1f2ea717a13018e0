/** A user without input for this time, in milliseconds, is away. */
export const AWAY_AFTER = 5 * 60_000;

/** Whether the user of this page is away. */
export class Idleness {
  #last;
  #away = false;

  /** @param {number} now in milliseconds */
  constructor(now) {
    this.#last = now;
  }

  get away() {
    return this.#away;
  }

  /**
   * The user has made an input.
   * @param {number} now
   * @returns {boolean} true if the user was away
   */
  input(now) {
    this.#last = now;
    const returned = this.#away;
    this.#away = false;
    return returned;
  }

  /**
   * Time has passed.
   * @param {number} now
   * @returns {boolean} true if the user is away from now on
   */
  check(now) {
    const left = !this.#away && now - this.#last >= AWAY_AFTER;
    this.#away ||= left;
    return left;
  }
}
