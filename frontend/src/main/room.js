import { Backoff } from '../model/backoff.js';
import { hearFrom } from '../model/destinations.js';
import { Resume } from '../model/resume.js';
import { Pages } from './pages.js';
/** @import { KeptTopic } from '../model/kept.js' */
/** @import { Message } from '../model/message.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Connection } from '../net/connection.js' */
/** @import { Top } from '../view/log-top.js' */

/** A topic that the user has opened. Its events come by its subscription. Only older pages come from the history. */
export class Room {
  #connection;
  #head;
  #changed;
  #resume;
  #backoff = new Backoff({ first: 1_000 });
  /** Tells one subscription from the next. */
  subscription = 0;
  #unsubscribe = () => {};
  #timer = 0;
  #refused = false;
  #pages;

  /**
   * @param {string} topic
   * @param {Api} api
   * @param {Connection} connection
   * @param {() => number} head the number of the topic's newest event as far as it is known
   * @param {(newer: Message[]) => void} changed `newer`: the messages that came in behind those that were here
   * @param {KeptTopic} [kept] what this browser has kept of it
   */
  constructor(topic, api, connection, head, changed, kept) {
    this.topic = topic;
    this.#connection = connection;
    this.#head = head;
    this.#changed = changed;
    this.#resume = new Resume(kept);
    this.#pages = new Pages(topic, api, () => this.timeline, () => changed([]));
  }

  /** The newest part of the topic. */
  get timeline() {
    return this.#resume.timeline;
  }

  /** See `Resume`. */
  get complete() {
    return this.#resume.complete;
  }

  /** The messages that are here, around those that the user looks at. */
  get shown() {
    return this.#pages.shown;
  }

  /** Whether the user looks at an older part. */
  get inPast() {
    return this.#pages.inPast;
  }

  /** Whether the rows end with the newest message. */
  get attached() {
    return !this.inPast && this.#pages.atEnd;
  }

  /** Subscribes on the present connection, and goes on from what is here. */
  listen() {
    this.#leave();
    this.subscription++;
    const { epoch } = this.#connection;
    this.#unsubscribe = this.#connection.subscribe(hearFrom(this.topic), {
      headers: this.#resume.begin(this.#head()),
      take: (event, { resume }) => this.#goOn(() => {
        this.#pages.change(event);
        return this.#resume.take(event, epoch, resume);
      }),
      stands: this.#stands,
      refused: this.#wasRefused,
    });
  }

  /** The topic's newest number is known, as the server told it after the subscription had begun. */
  confirm() {
    this.#goOn(() => this.#resume.confirm(this.#head()));
  }

  stop() {
    this.#leave();
    this.#pages.leave();
  }

  async loadOlder() {
    if (this.timeline.opened) {
      await this.#pages.goUp();
    } else if (this.#refused) {
      this.listen();
    }
  }

  /** Loads what follows the older part that the user looks at. */
  async loadNewer() {
    await this.#pages.goDown();
  }

  /**
   * Shows the part of the topic around a message.
   * @param {number} seq
   * @returns {Promise<boolean>} false if there is no message with this number
   */
  async show(seq) {
    return this.#pages.show(seq);
  }

  /**
   * Shows the part around a time: see `Pages`.
   * @param {number} time ms since 1970
   */
  async showTime(time) {
    return this.#pages.showTime(time);
  }

  /** Goes back to the newest part. */
  showNewest() {
    this.#pages.showNewest();
  }

  /**
   * The messages that get rows, as `transcript` takes them.
   * @param {boolean} following whether the reader follows the newest message
   */
  part(following) {
    const follows = following && this.attached;
    this.#pages.tidy(follows);
    return this.#pages.part(follows);
  }

  /** @returns {Top} */
  get top() {
    if (!this.timeline.opened) {
      return this.#refused ? 'failed' : 'loading';
    }
    if (this.#pages.atStart) {
      return this.shown.startReached ? 'start' : this.#pages.older;
    }
    return 'more';
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#unsubscribe();
    this.#unsubscribe = () => {};
  }

  #stands = () => {
    this.#refused = false;
    this.#backoff.reset();
    this.#resume.stand();
    this.#changed([]);
  };

  #wasRefused = () => {
    this.#refused = true;
    this.#timer = window.setTimeout(() => this.listen(), this.#backoff.next());
    this.#changed([]);
  };

  /** @param {() => boolean} step false if it takes a new subscription to go on */
  #goOn(step) {
    const before = this.timeline.opened ? this.timeline.newest : Infinity;
    if (!step()) {
      this.listen();
    }
    this.#changed(this.timeline.after(before));
  }
}
