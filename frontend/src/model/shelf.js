/**
 * One JSON value in a browser's storage. Storage may be full, forbidden or hold an older page's value: then the value
 * lives as long as the page.
 * @template T
 */
export class Shelf {
  #storage;
  #key;

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem'>} storage
   * @param {string} key
   */
  constructor(storage, key) {
    this.#storage = storage;
    this.#key = key;
  }

  /** @returns {T | null} */
  load() {
    try {
      return JSON.parse(this.#storage.getItem(this.#key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {T} value */
  save(value) {
    try {
      this.#storage.setItem(this.#key, JSON.stringify(value));
    } catch {
      this.#storage = new MapStorage();
    }
  }
}

class MapStorage {
  #items = new Map();

  /** @param {string} key */
  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    this.#items.set(key, value);
  }
}
