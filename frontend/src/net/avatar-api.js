import { Http } from './http.js';

/** The pictures of people. Every method throws `Problem` or `Unreachable`. */
export class AvatarApi {
  #http;

  /** @param {string} base the page's own address */
  constructor(base) {
    this.#http = new Http(base);
  }

  /**
   * @param {string[]} names
   * @returns {Promise<Record<string, string>>} the addresses of those who have a picture
   */
  of(names) {
    return this.#http.call('GET', `api/avatars?${new URLSearchParams(names.map(name => ['name', name]))}`);
  }

  /**
   * Gives one's own account a picture.
   * @param {Blob} file
   * @returns {Promise<{avatar: string}>}
   */
  put(file) {
    return this.#http.call('PUT', 'api/account/avatar', file);
  }

  /** Removes one's own. */
  remove() {
    return this.#http.call('DELETE', 'api/account/avatar');
  }

  /**
   * Removes that of another user, as an admin.
   * @param {string} address
   */
  removeAt(address) {
    return this.#http.call('DELETE', `api/avatars/${address}`);
  }
}
