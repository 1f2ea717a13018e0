import { Problem, Unreachable } from '../net/problem.js';
/** @import { Uploads } from '../model/uploads.js' */
/** @import { UploadApi } from '../net/upload-api.js' */

/** The longest wait in seconds without a word to the user. */
const PATIENCE = 60;

/** Gets the files that users add to their messages to the server, a few at a time. If the server asks to wait, all of them wait. */
export class Transfers {
  #uploads;
  #api;
  /** @type {Map<string, AbortController>} those under way */
  #running = new Map();
  #timer = 0;

  /**
   * @param {Uploads} uploads
   * @param {UploadApi} api
   */
  constructor(uploads, api) {
    this.#uploads = uploads;
    this.#api = api;
    uploads.changed.hear(this.#goOn);
  }

  /** It starts with the first file. */
  start() {}

  stop() {
    this.#uploads.clear();
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** Starts those that may, and ends those that the user has removed. */
  #goOn = () => {
    for (const [key, running] of this.#running) {
      if (!this.#uploads.get(key)) {
        this.#running.delete(key);
        running.abort();
      }
    }
    for (const { key } of this.#timer ? [] : this.#uploads.next) {
      this.#send(key);
    }
  };

  #resume = () => {
    this.#timer = 0;
    this.#goOn();
  };

  /** @param {string} key */
  async #send(key) {
    const upload = this.#uploads.get(key);
    if (!upload || this.#running.has(key)) {
      return;
    }
    const running = new AbortController();
    this.#running.set(key, running);
    this.#uploads.begin(key);
    try {
      const { topic, file, name } = upload;
      this.#uploads.finish(key, await this.#api.send(topic, file, name, sent => this.#uploads.progress(key, sent), running.signal));
    } catch (error) {
      this.#failed(key, /** @type {Error} */ (error));
    } finally {
      this.#running.delete(key);
      this.#goOn();
    }
  }

  /**
   * @param {string} key
   * @param {Error} error
   */
  #failed(key, error) {
    const after = error instanceof Problem ? error.retryAfter : 0;
    if (after && after <= PATIENCE) {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(this.#resume, after * 1_000);
      this.#uploads.wait(key);
    } else {
      this.#uploads.fail(key, error.message, error instanceof Unreachable);
    }
  }
}
