/** @import { Shelf } from './shelf.js' */

/** @import { Quote } from './message.js' */

/**
 * What a text is about: the message that it replies to, or the number of the message whose text it replaces.
 * @typedef {{reply?: Quote, target?: number}} About
 */
/**
 * A message of the user, or an edit, until it comes back from the server. `sending`: to be sent again after a reconnect;
 * `sent`: stored, not yet seen; `failed`: refused.
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} topic
 * @property {string} text
 * @property {number} writtenAt ms since 1970
 * @property {'sending' | 'sent' | 'failed'} state
 * @property {string} [reason] why it was refused
 * @property {Quote} [reply] the message that it replies to
 * @property {number} [target] of an edit: the number of the message
 */

/** The user's messages that have not come back from the server yet, in the order written. Survives a reload. */
export class Outbox {
  /** @type {Map<string, Entry>} */
  #entries;
  #shelf;
  #newId;
  #now;

  /**
   * @param {Shelf<Entry[]>} shelf where it is kept
   * @param {() => string} newId
   * @param {() => number} now
   */
  constructor(shelf, newId, now) {
    this.#shelf = shelf;
    this.#newId = newId;
    this.#now = now;
    this.#entries = new Map((shelf.load() ?? []).map(entry => [entry.id, entry]));
  }

  /**
   * @param {string} topic
   * @param {string} text
   * @param {About} [about]
   */
  add(topic, text, about = {}) {
    /** @type {Entry} */
    const entry = { id: this.#newId(), topic, text, writtenAt: this.#now(), state: 'sending', ...about };
    this.#edits(topic, about.target).forEach(({ id }) => this.#entries.delete(id));
    this.#put(entry);
    return entry;
  }

  /**
   * The server has stored it.
   * @param {string} id
   */
  accept(id) {
    if (this.get(id)?.target) {
      this.remove(id);
    } else {
      this.#change(id, { state: 'sent', reason: undefined });
    }
  }

  /**
   * The server has refused it.
   * @param {string} id
   * @param {string} reason
   */
  refuse(id, reason) {
    this.#change(id, { state: 'failed', reason });
  }

  /**
   * Sends a refused one again, as the same message.
   * @param {string} id
   */
  retry(id) {
    this.#change(id, { state: 'sending', reason: undefined });
    return this.#entries.get(id);
  }

  /**
   * It came back, or the user has discarded it.
   * @param {string} id
   */
  remove(id) {
    if (this.#entries.delete(id)) {
      this.#keep();
    }
  }

  /**
   * Drops the stored messages of other topics. They will be seen when those topics are opened.
   * @param {string} topic the one that is open
   */
  forgetSentElsewhere(topic) {
    for (const entry of this.#entries.values()) {
      if (entry.state === 'sent' && entry.topic !== topic) {
        this.remove(entry.id);
      }
    }
  }

  clear() {
    this.#entries.clear();
    this.#keep();
  }

  /** @param {string} id */
  get(id) {
    return this.#entries.get(id);
  }

  /** The messages to send, or send again, on a new connection, in the order written. */
  get unsent() {
    return [...this.#entries.values()].filter(({ state }) => state === 'sending');
  }

  /**
   * The edits of a message that a new one replaces.
   * @param {string} topic
   * @param {number} [target]
   */
  #edits(topic, target) {
    return target ? this.of(topic).filter(entry => entry.target === target && entry.state === 'failed') : [];
  }

  /** @param {string} topic */
  of(topic) {
    return [...this.#entries.values()].filter(entry => entry.topic === topic);
  }

  /**
   * @param {string} id
   * @param {Partial<Entry>} change
   */
  #change(id, change) {
    const entry = this.#entries.get(id);
    if (entry) {
      this.#put({ ...entry, ...change });
    }
  }

  /** @param {Entry} entry */
  #put(entry) {
    this.#entries.set(entry.id, entry);
    this.#keep();
  }

  #keep() {
    this.#shelf.save([...this.#entries.values()]);
  }
}
