/** @import { Shelf } from './shelf.js' */

/** The unsent text of each topic. Survives a reload. */
export class Drafts {
  /** @type {Map<string, string>} */
  #texts;
  #shelf;

  /** @param {Shelf<[string, string][]>} shelf */
  constructor(shelf) {
    this.#shelf = shelf;
    this.#texts = new Map(shelf.load() ?? []);
  }

  /** @param {string} topic */
  of(topic) {
    return this.#texts.get(topic) ?? '';
  }

  /**
   * @param {string} topic
   * @param {string} text
   */
  keep(topic, text) {
    if (text) {
      this.#texts.set(topic, text);
    } else {
      this.#texts.delete(topic);
    }
    this.#shelf.save([...this.#texts]);
  }

  clear() {
    this.#texts.clear();
    this.#shelf.save([]);
  }
}
