/** How many others a conversation has at most. */
export const MOST = 7;

/** The people who are chosen for a conversation, and those who are offered. */
export class Addressees {
  /** @type {string[]} */
  #chosen = [];
  /** @type {string[]} */
  #found = [];
  #active = 0;

  clear() {
    this.#chosen = [];
    this.take([]);
  }

  /** @param {string[]} found names, the best first */
  take(found) {
    this.#found = found;
    this.#active = 0;
  }

  /** @param {string} name */
  choose(name) {
    if (!this.#chosen.includes(name) && !this.full) {
      this.#chosen.push(name);
    }
    this.take([]);
  }

  /** @param {string} name */
  remove(name) {
    this.#chosen = this.#chosen.filter(other => other !== name);
  }

  /** Takes the last one back. */
  removeLast() {
    this.#chosen.pop();
  }

  /** @param {number} distance */
  move(distance) {
    const { length } = this.offered;
    this.#active = length && (this.#active + distance + length) % length;
  }

  get chosen() {
    return [...this.#chosen];
  }

  get offered() {
    return this.full ? [] : this.#found.filter(name => !this.#chosen.includes(name));
  }

  /** The offered name that Enter chooses; empty if there is none. */
  get active() {
    return this.offered[this.#active] ?? '';
  }

  get full() {
    return this.#chosen.length >= MOST;
  }
}
