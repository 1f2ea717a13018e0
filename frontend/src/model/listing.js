import { say } from '../words.js';

/**
 * The text and the button below a list. Both kinds of button, `more` and `again`, ask the server.
 * @typedef {{text: string, button: '' | 'more' | 'again'}} Foot
 */

/**
 * A list that the server sends in pages, each from the last entry that is known.
 * @template {{id: number}} T
 */
export class Listing {
  /** @type {Map<number, T>} */
  #items = new Map();
  #pageSize;
  #empty;
  #more = false;
  /** @type {'loading' | 'ready' | 'absent' | 'failed'} */
  #phase = 'loading';
  #fault = '';

  /**
   * @param {string} empty the text of an empty list
   * @param {number} pageSize infinite if the server sends all at once
   */
  constructor(empty, pageSize) {
    this.#empty = empty;
    this.#pageSize = pageSize;
  }

  /** The server is being asked. */
  begin() {
    this.#phase = 'loading';
  }

  /** @param {T[]} page */
  take(page) {
    page.forEach(item => this.put(item));
    this.#more = page.length >= this.#pageSize;
    this.#phase = 'ready';
  }

  /** @param {{status?: number, message: string}} problem `status`: the server's, if it answered */
  fail({ status, message }) {
    this.#phase = status === 404 ? 'absent' : 'failed';
    this.#fault = message;
  }

  /** @param {T} item one that is new, or has changed */
  put(item) {
    this.#items.set(item.id, item);
  }

  /** @param {number} id */
  remove(id) {
    this.#items.delete(id);
  }

  /** @param {number} id */
  get(id) {
    return this.#items.get(id);
  }

  get items() {
    return [...this.#items.values()];
  }

  /** The number of the last entry, from which the next page goes on. */
  get cursor() {
    return this.items.at(-1)?.id;
  }

  /** False if the server does not have such a list at all. */
  get offered() {
    return this.#phase !== 'absent';
  }

  /** @returns {Foot} */
  get foot() {
    switch (this.#phase) {
      case 'loading': return { text: say('listing.loading'), button: '' };
      case 'absent': return { text: say('listing.absent'), button: '' };
      case 'failed': return { text: say('listing.failed', { reason: this.#fault }), button: 'again' };
      default: return { text: this.#items.size ? '' : this.#empty, button: this.#more ? 'more' : '' };
    }
  }
}
