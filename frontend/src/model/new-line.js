/** @import { Message } from './message.js' */
/** @import { Timeline } from './timeline.js' */

const ABSENT = -1;

/** The line in the open topic between the messages that the user has read and the new ones. */
export class NewLine {
  #after = ABSENT;

  /**
   * Puts it behind an event.
   * @param {number} seq
   */
  put(seq) {
    this.#after = seq;
  }

  /**
   * Puts it behind an event unless it is there already.
   * @param {number} seq
   */
  leaveAt(seq) {
    if (!this.shown) {
      this.put(seq);
    }
  }

  clear() {
    this.#after = ABSENT;
  }

  /** Whether there is a line, here or in an older part of the topic. */
  get shown() {
    return this.#after !== ABSENT;
  }

  /** The number of the last event that the user has read. */
  get after() {
    return this.#after;
  }

  /**
   * The messages under the line that are new to the user.
   * @param {Timeline} timeline
   * @param {string} me
   * @returns {Message[]}
   */
  news({ messages }, me) {
    return this.shown ? messages.filter(({ seq, sender, deleted }) => seq > this.#after && sender !== me && !deleted) : [];
  }

  /**
   * The number of the message under the line; 0 if it is not in this part of the topic.
   * @param {Timeline} timeline
   * @param {string} me
   */
  above(timeline, me) {
    return this.isIn(timeline) ? this.news(timeline, me)[0]?.seq ?? 0 : 0;
  }

  /**
   * Whether it is in this part of the topic.
   * @param {Timeline} timeline
   */
  isIn({ oldest, startReached }) {
    return this.shown && (startReached || oldest <= this.#after + 1);
  }
}
