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

  /**
   * The address of a person's picture; empty if there is none, or if it is not known yet.
   * @param {string} name
   */
  of(name) {
    return this.#addresses.get(name) ?? '';
  }

  /**
   * The names to ask for next, of those that are shown.
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
    return wanted;
  }

  /**
   * @param {string[]} asked
   * @param {Record<string, string>} found the addresses of those who have a picture
   */
  learn(asked, found) {
    for (const name of asked) {
      this.#addresses.set(name, found[name] ?? '');
      this.#certain.add(name);
    }
  }

  /** @param {AvatarNews} news */
  take({ name, avatar = '' }) {
    if (this.#addresses.has(name)) {
      this.learn([name], { [name]: avatar });
    }
  }

  /** After a lost connection, news may be missing. What is known stays until the server has answered. */
  doubt() {
    this.#certain.clear();
  }
}
