import { Problem } from '../net/problem.js';
/** @import { Drafts } from '../model/drafts.js' */
/** @import { Api } from '../net/api.js' */

/** A user who writes on causes one request in this time. */
const EVERY = 2_000;
/** After a failure. */
const LATER = 15_000;
/** The server refuses it now, not for ever. */
const PASSING = new Set([429, 503]);
const GONE = 404;

/** Brings the drafts of an account to the server, and those of its other devices here. */
export class DraftSaver {
  #drafts;
  #api;
  #taken;
  #timer = 0;
  #busy = false;
  /** The number of the last question for all texts, and of the last one that was answered. */
  #asked = 0;
  #answered = 0;

  /**
   * @param {Drafts} drafts
   * @param {Api} api
   * @param {() => void} taken drafts of other devices may have come
   */
  constructor(drafts, api, taken) {
    this.#drafts = drafts;
    this.#api = api;
    this.#taken = taken;
  }

  start() {}

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /** A draft has changed. One that was sent or deleted is gone at once. */
  changed(/** @type {string} */ text) {
    if (text) {
      this.#timer ||= window.setTimeout(this.save, EVERY);
    } else {
      this.save();
    }
  }

  /** Saves the unsaved drafts, one after the other, and then what changed meanwhile. */
  save = async () => {
    this.stop();
    if (this.#busy) {
      this.changed('later');
      return;
    }
    this.#busy = true;
    try {
      for (const topic of this.#drafts.unsaved) {
        await this.#save(topic);
      }
    } catch {
      this.#timer ||= window.setTimeout(this.save, LATER);
    } finally {
      this.#busy = false;
    }
  };

  /** Saves first, so that the server's drafts are no older. Of several answers, only one to a later question counts. */
  async load() {
    await this.save();
    const own = ++this.#asked;
    const { now } = this.#drafts;
    try {
      const texts = await this.#api.drafts();
      if (own > this.#answered) {
        this.#answered = own;
        this.#drafts.take(texts, now);
        this.#taken();
      }
    } catch {
      // Those of this device are here. The next connection brings the others.
    }
  }

  /** @param {{topic: string, text: string}} news of any device */
  hear = news => {
    this.#drafts.hear(news);
    this.#taken();
  };

  /** @param {string} topic */
  async #save(topic) {
    const text = this.#drafts.of(topic);
    try {
      await this.#api.keepDraft(topic, text);
      this.#drafts.saved(topic, text);
    } catch (error) {
      if (!(error instanceof Problem) || PASSING.has(error.status)) {
        throw error;
      }
      // A text that is too long so far stays here alone. One in a topic that is gone goes with it.
      if (error.status === GONE) {
        this.#drafts.saved(topic, text);
      }
    }
  }
}
