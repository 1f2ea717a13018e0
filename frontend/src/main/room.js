import { Backoff } from '../model/backoff.js';
import { Mark } from '../model/mark.js';
import { Timeline } from '../model/timeline.js';
import { catchUp, PAGE } from './catch-up.js';
/** @import { Message } from '../model/message.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Top } from '../view/log.js' */

const KEEP = 1_000;

/** A topic one has opened: its messages, live and from history. */
export class Room {
  timeline = new Timeline();
  #api;
  #askHead;
  #askEpoch;
  #mark = new Mark();
  #changed;
  #backoff = new Backoff({ first: 1_000 });
  /** @type {Promise<void> | null} */
  #refreshing = null;
  #stale = false;
  #timer = 0;
  #newerFailed = false;
  /** @type {'idle' | 'loading' | 'failed'} */
  #older = 'idle';

  /**
   * @param {string} topic
   * @param {Api} api
   * @param {() => Promise<number>} askHead the number of the server's newest message of the topic
   * @param {() => string} askEpoch the epoch of the server's store
   * @param {(newer: Message[]) => void} changed `newer`: what came in behind the messages that were here
   */
  constructor(topic, api, askHead, askEpoch, changed) {
    this.topic = topic;
    this.#api = api;
    this.#askHead = askHead;
    this.#askEpoch = askEpoch;
    this.#changed = changed;
  }

  stop() {
    clearTimeout(this.#timer);
    this.timeline.keepNewest(PAGE);
  }

  /**
   * A message came in live.
   * @param {Message} message
   */
  take(message) {
    this.#noting(() => this.timeline.merge([message]));
    this.#mark.advance(this.#askEpoch(), this.timeline.settled);
    if (this.timeline.hasGap) {
      this.refresh();
    }
  }

  /** Fetches what is missing at the new end; asked again meanwhile, it does so once more. */
  refresh() {
    this.#stale = true;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async loadOlder() {
    if (!this.timeline.opened) {
      return this.refresh();
    }
    if (this.#older !== 'loading' && !this.timeline.startReached) {
      this.#setOlder('loading');
      this.#setOlder(await this.#fetchOlder());
    }
  }

  /** Forgets old messages once there are very many; only while nobody looks at them. */
  trim() {
    if (this.timeline.size > KEEP && this.#older !== 'loading') {
      this.timeline.keepNewest(KEEP / 2);
    }
  }

  /** @returns {Top} */
  get top() {
    if (!this.timeline.opened) {
      return this.#newerFailed ? 'failed' : 'loading';
    }
    if (this.timeline.startReached) {
      return 'start';
    }
    return this.#older === 'idle' ? 'more' : this.#older;
  }

  async #refresh() {
    clearTimeout(this.#timer);
    while (this.#stale) {
      this.#stale = false;
      const before = this.#newestHere();
      try {
        const epoch = this.#askEpoch();
        await catchUp(this.#api, this.topic, this.timeline, this.#mark, this.#askHead);
        this.#mark.set(epoch, this.timeline.settled);
        this.#newerFailed = false;
        this.#backoff.reset();
      } catch {
        this.#newerFailed = true;
        this.#timer = window.setTimeout(() => this.refresh(), this.#backoff.next());
      }
      this.#changed(this.#since(before));
    }
  }

  /** @returns {Promise<'idle' | 'failed'>} */
  async #fetchOlder() {
    try {
      const page = await this.#api.messages(this.topic, { before: this.timeline.oldest, limit: PAGE });
      this.timeline.merge(page);
      // A page may be short of what was asked for: large messages fill it.
      if (page.length === 0) {
        this.timeline.reachStart();
      }
      return 'idle';
    } catch {
      return 'failed';
    }
  }

  /** @param {'idle' | 'loading' | 'failed'} older */
  #setOlder(older) {
    this.#older = older;
    this.#changed([]);
  }

  /** @param {() => void} change */
  #noting(change) {
    const before = this.#newestHere();
    change();
    this.#changed(this.#since(before));
  }

  /** The newest number here; before there is any history, nothing counts as newer. */
  #newestHere() {
    return this.timeline.opened ? this.timeline.newest : Infinity;
  }

  /** @param {number} mark */
  #since(mark) {
    return this.timeline.messages.filter(({ seq }) => seq > mark);
  }
}
