/** @import { Message } from './message.js' */
/** @import { Shelf } from './shelf.js' */

const MOST = 1_000;

/**
 * The messages that the user may change as their author. An account's messages have its name, which no other user can
 * have. A guest's name may be another's tomorrow, so a guest's messages are known by the ids that this browser sent.
 */
export class Ownership {
  #me;
  #shelf;
  /** @type {Set<string>} */
  #ids;

  /**
   * @param {{name: string, hasAccount: boolean}} me
   * @param {Shelf<string[]>} shelf of the browser
   */
  constructor(me, shelf) {
    this.#me = me;
    this.#shelf = shelf;
    this.#ids = new Set(shelf.load() ?? []);
  }

  /** @param {string} id of a message that was sent */
  add(id) {
    if (!this.#me.hasAccount) {
      // Other tabs add theirs.
      const all = new Set([...this.#shelf.load() ?? [], ...this.#ids, id]);
      this.#ids = new Set([...all].slice(-MOST));
      this.#shelf.save([...this.#ids]);
    }
  }

  /** @param {Pick<Message, 'sender' | 'id'>} message */
  of({ sender, id }) {
    return this.#me.hasAccount ? sender === this.#me.name : this.#ids.has(id ?? '');
  }

  clear() {
    this.#ids.clear();
    this.#shelf.save([]);
  }
}
