/** @import { Shelf } from './shelf.js' */

/** @typedef {[topic: string, text: string, unsaved?: boolean]} KeptDraft */

/**
 * The unsent text of each topic. Survives a reload. A text is unsaved until the server has it, which keeps it for the other
 * devices of an account.
 */
export class Drafts {
  /** @type {Map<string, string>} */
  #texts = new Map();
  /** @type {Set<string>} the topics whose text the server does not have; also if it is empty now */
  #unsaved = new Set();
  /** @type {Map<string, number>} the moment at which the server is known to have had the text of a topic */
  #confirmed = new Map();
  #now = 0;
  #shelf;

  /** @param {Shelf<KeptDraft[]>} shelf */
  constructor(shelf) {
    this.#shelf = shelf;
    for (const [topic, text, unsaved] of shelf.load() ?? []) {
      this.#set(topic, text);
      if (unsaved) {
        this.#unsaved.add(topic);
      }
    }
  }

  /** @param {string} topic */
  of(topic) {
    return this.#texts.get(topic) ?? '';
  }

  /** The present moment, which goes on with each text of which the server tells. */
  get now() {
    return this.#now;
  }

  /** The topics whose text the server does not have. */
  get unsaved() {
    return [...this.#unsaved];
  }

  /**
   * @param {string} topic
   * @param {string} text
   */
  keep(topic, text) {
    if (text !== this.of(topic)) {
      this.#set(topic, text);
      this.#unsaved.add(topic);
      this.#keep();
    }
  }

  /**
   * The server has a text, which may have changed since.
   * @param {string} topic
   * @param {string} text
   */
  saved(topic, text) {
    if (text === this.of(topic)) {
      this.#unsaved.delete(topic);
      this.#confirmed.set(topic, ++this.#now);
      this.#keep();
    }
  }

  /**
   * Takes the texts that the server has, except where a text is unsaved, or where the server has told of one since it was
   * asked: its answer may be older.
   * @param {{topic: string, text: string}[]} texts
   * @param {number} [asked] the moment of the question
   */
  take(texts, asked = this.#now) {
    const taken = new Map(texts.map(({ topic, text }) => [topic, text]));
    for (const topic of new Set([...this.#texts.keys(), ...taken.keys()])) {
      if (!this.#unsaved.has(topic) && (this.#confirmed.get(topic) ?? 0) <= asked) {
        this.#set(topic, taken.get(topic) ?? '');
      }
    }
    this.#keep();
  }

  /**
   * Another device of the account has changed a text. One that is unsaved here is newer.
   * @param {{topic: string, text: string}} news
   */
  hear({ topic, text }) {
    if (!this.#unsaved.has(topic)) {
      this.#set(topic, text);
      this.#confirmed.set(topic, ++this.#now);
      this.#keep();
    }
  }

  clear() {
    this.#texts.clear();
    this.#unsaved.clear();
    this.#shelf.save([]);
  }

  /**
   * @param {string} topic
   * @param {string} text
   */
  #set(topic, text) {
    if (text) {
      this.#texts.set(topic, text);
    } else {
      this.#texts.delete(topic);
    }
  }

  #keep() {
    const topics = [...new Set([...this.#texts.keys(), ...this.#unsaved])];
    this.#shelf.save(topics.map(topic => [topic, this.of(topic), this.#unsaved.has(topic)]));
  }
}
