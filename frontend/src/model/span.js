/** How many more messages get rows on the way up or down: what a frame has time for. */
const STEP = 25;
/** How many messages get rows on each side of one that is shown. */
const AROUND = 50;
/** How many rows there are at first for a reader who comes to the end from elsewhere; more come once these are in sight. */
const FIRST = 40;
/** How many rows there may be while the reader follows the newest message, and how many then stay. */
const FOLLOWED = 300;
const KEPT = 100;
/** The most rows at any time. */
const MOST = 400;

/** @typedef {{seq: number}} Numbered */

/**
 * The part of the messages here that has rows: with a row for each of thousands, every new one would be slow. It is known by
 * the numbers of its ends, so that older pages and forgotten messages do not move it.
 */
export class Span {
  #first = 0;
  #last = Infinity;
  #start = 0;

  /**
   * Where it is now. It grows with the messages at the end, unless it is full.
   * @param {Numbered[]} messages in the order of their numbers
   * @param {number} underWay how many messages without a number come after them
   * @param {boolean} following whether the reader follows the newest message
   * @returns {{start: number, end: number}} indices, as `slice` takes them
   */
  over(messages, underWay, following) {
    const size = messages.length + underWay;
    let start = indexOf(messages, this.#first);
    let end = this.atEnd ? size : indexOf(messages, this.#last + 1);
    if (start >= Math.min(end, messages.length)) {
      // The reader comes to the end, or others have taken their place, after the server was set back.
      end = size;
      start = Math.max(0, end - FIRST);
    } else if (following && this.atEnd) {
      start = end - start > FOLLOWED ? end - KEPT : start;
    } else {
      end = Math.min(end, start + MOST);
    }
    this.#set(messages, start, end === size ? Infinity : messages[end - 1]?.seq ?? Infinity);
    return { start, end };
  }

  /**
   * Goes up among the messages here.
   * @param {Numbered[]} messages
   * @returns {boolean} false if there are no older ones
   */
  older(messages) {
    const start = Math.max(0, indexOf(messages, this.#first) - STEP);
    const found = start < indexOf(messages, this.#first);
    if (found) {
      this.#set(messages, start, Math.min(this.#last, messages[start + MOST - 1]?.seq ?? Infinity));
    }
    return found;
  }

  /**
   * Goes down among the messages here.
   * @param {Numbered[]} messages
   * @returns {boolean} false if there are no newer ones
   */
  newer(messages) {
    const found = !this.atEnd;
    if (found) {
      const end = indexOf(messages, this.#last + 1) + STEP;
      const start = Math.max(indexOf(messages, this.#first), end - MOST);
      this.#set(messages, start, messages[end - 1]?.seq ?? Infinity);
    }
    return found;
  }

  /**
   * Goes to a message, unless it is in it.
   * @param {Numbered[]} messages
   * @param {number} seq of one of them
   */
  around(messages, seq) {
    if (seq < this.#first || seq > this.#last) {
      const at = indexOf(messages, seq);
      this.#set(messages, Math.max(0, at - AROUND), messages[at + AROUND]?.seq ?? Infinity);
    }
  }

  /** Goes to the end. From elsewhere it begins anew there, so that what has to be drawn is little. */
  follow() {
    if (!this.atEnd) {
      this.#first = Infinity;
    }
    this.#last = Infinity;
  }

  /** Whether it reaches the last message here. */
  get atEnd() {
    return this.#last === Infinity;
  }

  /** Whether it begins with the first message here. */
  get atStart() {
    return this.#start === 0;
  }

  /**
   * @param {Numbered[]} messages
   * @param {number} start
   * @param {number} last
   */
  #set(messages, start, last) {
    this.#first = messages[start]?.seq ?? this.#first;
    this.#last = last;
    this.#start = start;
  }
}

/**
 * The index of the first message with that number or a greater one.
 * @param {Numbered[]} messages
 * @param {number} seq
 */
function indexOf(messages, seq) {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle].seq < seq) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
