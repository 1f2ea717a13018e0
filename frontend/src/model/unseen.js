import { say } from '../words.js';

/** The number of messages of others that came while the user was not looking at the newest. */
export class Unseen {
  #count = 0;

  /** @param {number} count */
  add(count) {
    this.#count += count;
  }

  clear() {
    this.#count = 0;
  }

  get count() {
    return this.#count;
  }

  /** The label for the number; empty if it is 0. */
  get label() {
    return this.#count === 0 ? '' : say('unseen.count', { count: this.#count });
  }
}
