/** How many messages of others came in while nobody was looking at the newest. */
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

  /** What to say of them; empty if there are none. */
  get label() {
    return this.#count === 0 ? '' : this.#count === 1 ? '1 new message' : `${this.#count} new messages`;
  }
}
