import { Timeline } from './timeline.js';
/** @import { KeptTopic } from './kept.js' */
/** @import { Message } from './message.js' */

export const PAGE = 50;
const FAR_BEHIND = 1_000;

/**
 * How the events of a topic get here: the headers of each subscription, and the meaning of its answer.
 *
 * The first subscription asks for the newest page. The page is shown once it is complete, so a reader sees the timeline
 * before it or the timeline after it, and never a part. Later subscriptions ask for the events since the newest one here.
 */
export class Resume {
  /** The timeline that is shown. */
  timeline = new Timeline();
  /** The epoch of the server's store in which the newest event arrived. */
  #epoch = '';
  /** The number from which the present subscription resumed; 0 if it asked for the newest page. */
  #since = 0;
  /** @type {Timeline | null} the newest page until it is complete */
  #page = null;
  /** The number of the event that completes the page. */
  #head = 0;
  #stands = false;
  /** The number of the newest event when the server was asked after the present subscription had begun. */
  #told = Infinity;

  /** @param {KeptTopic} [kept] what this browser has kept. The first subscription asks for the events since then. */
  constructor(kept) {
    if (kept && kept.messages.length > 0) {
      this.timeline.merge(kept.messages);
      this.timeline.open();
      this.#epoch = kept.epoch;
    }
  }

  /**
   * Begins a subscription.
   * @param {number} head the number of the topic's newest event as far as it is known
   * @returns {Record<string, string>} the headers of SUBSCRIBE
   */
  begin(head) {
    this.#stands = false;
    this.#told = Infinity;
    if (!this.#page && this.timeline.newest === 0) {
      this.#reload(head);
    }
    if (this.#page) {
      this.#since = 0;
      this.#page = new Timeline();
      return { last: String(PAGE) };
    }
    this.#since = this.timeline.newest;
    return { since: String(this.#since), epoch: this.#epoch };
  }

  /** The server has confirmed the subscription. */
  stand() {
    this.#stands = true;
    this.#showPage();
  }

  /**
   * An event has arrived.
   * @param {Message} event
   * @param {string} epoch that of the connection
   * @param {string} [notice] the header `resume`: the server cannot go on from where the subscription asked it to
   * @returns {boolean} false if it takes a new subscription to go on
   */
  take(event, epoch, notice) {
    if (this.#page) {
      this.#epoch = epoch;
      this.#page.merge([event]);
      this.#showPage();
      return true;
    }
    if (notice) {
      this.#reload(event.seq);
      return false;
    }
    if (this.#hasGapBefore(event.seq)) {
      return false;
    }
    this.#epoch = epoch;
    this.timeline.merge([event]);
    return true;
  }

  /**
   * The server was asked for the topic's newest number after the subscription had begun.
   * @param {number} head
   * @returns {boolean} false if it takes a new subscription to go on
   */
  confirm(head) {
    this.#told = head;
    if (this.#page) {
      this.#head = Math.min(this.#head, head);
      this.#showPage();
      return true;
    }
    // An answer without events has no header to say that the store was set back.
    if (head < this.#since || head - this.timeline.newest > FAR_BEHIND) {
      this.#reload(head);
      return false;
    }
    return true;
  }

  /**
   * Whether everything is here that the server had before the present subscription began, except what is older than the
   * timeline.
   */
  get complete() {
    return !this.#page && this.timeline.newest >= this.#told;
  }

  /** @param {number} head */
  #reload(head) {
    this.#page = new Timeline();
    this.#head = head;
  }

  #showPage() {
    const page = this.#page;
    if (page && page.newest >= this.#head && (page.size > 0 || this.#stands)) {
      page.open();
      this.timeline = page;
      this.#page = null;
      this.#told = this.#head;
    }
  }

  /**
   * A gap is closed by a new subscription, unless this one began with the gap: then the server does not have the events.
   * @param {number} seq
   */
  #hasGapBefore(seq) {
    const { newest } = this.timeline;
    return newest > this.#since && seq > newest + 1;
  }
}
