/**
 * A person has another picture, or has none any more.
 * @typedef {{name: string, avatar?: string}} AvatarNews
 */

/** No more names in one request, and no longer ones: a server reads a line of 8 KiB. */
const NAMES = 50;
const LENGTH = 4_000;

/** The addresses of people's pictures, by name, as far as the page has asked for them. */
export class Avatars {
  /** @type {Map<string, string>} empty if there is no picture */
  #addresses = new Map();
  /** @type {Set<string>} names whose address is that of now */
  #certain = new Set();
  /** @type {Set<string>} names that the page is asking for, and of which it has heard nothing since */
  #asked = new Set();

  /**
   * The address of a person's picture; empty if there is none, or if it is not known yet.
   * @param {string} name
   */
  of(name) {
    return this.#addresses.get(name) ?? '';
  }

  /**
   * The names to ask for next, of those that are shown. One question is under way at a time.
   * @param {Iterable<string>} shown
   */
  wanted(shown) {
    const wanted = [];
    let length = 0;
    for (const name of new Set(shown)) {
      length += this.#certain.has(name) ? 0 : encodeURIComponent(name).length;
      if (wanted.length === NAMES || length > LENGTH) {
        break;
      }
      if (!this.#certain.has(name)) {
        wanted.push(name);
      }
    }
    this.#asked = new Set(wanted);
    return wanted;
  }

  /**
   * The answer for the names that were wanted. It may be older than news that have come meanwhile.
   * @param {Record<string, string>} found the addresses of those who have a picture
   */
  learn(found) {
    this.#asked.forEach(name => this.know(name, found[name] ?? ''));
  }

  /** @param {AvatarNews} news */
  take({ name, avatar = '' }) {
    if (this.#addresses.has(name) || this.#asked.has(name)) {
      this.know(name, avatar);
    }
  }

  /**
   * The server has confirmed what this page has done.
   * @param {string} name
   * @param {string} address empty if there is no picture any more
   */
  know(name, address) {
    this.#addresses.set(name, address);
    this.#certain.add(name);
    this.#asked.delete(name);
  }

  /**
   * After a lost connection, news may be missing, also for an answer that is still to come. What is known stays until the
   * server has answered a later question.
   */
  doubt() {
    this.#certain.clear();
    this.#asked.clear();
  }
}
