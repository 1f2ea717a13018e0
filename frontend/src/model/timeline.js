import { CHANGES, JOINED, QUOTES, changesOf } from './changes.js';
import { keyOf } from './message.js';
/** @import { Message } from './message.js' */

/**
 * The part of a topic's events that is here, in the order of their numbers, each once.
 * New events and older pages may come in any order.
 */
export class Timeline {
  /** @type {Map<number, Message>} */
  #bySeq = new Map();
  /** @type {Set<string>} */
  #keys = new Set();
  /**
   * The events that change a message, by its number and by their type, whether the message is here or not.
   * @type {Map<number, Map<string, Message>>}
   */
  #changes = new Map();
  /** @type {Map<number, Set<number>>} the numbers of the replies to each message */
  #replies = new Map();
  /** @type {Message[] | null} */
  #sorted = [];
  #opened = false;
  #newest = 0;
  #startReached = false;

  /**
   * Takes the messages that are new here.
   * @param {Iterable<Message>} messages
   * @returns {Message[]} the new ones, in the order given
   */
  merge(messages) {
    const added = [];
    for (const message of messages) {
      if (!this.#bySeq.has(message.seq)) {
        this.#put(message);
        added.push(message);
      }
      this.change(message);
    }
    return added;
  }

  /**
   * Makes the changes of an event to the messages that are here, or come later.
   * @param {Message} event
   */
  change(event) {
    changesOf(event).forEach(change => this.#change(change));
  }

  /** States that the newest events are here, so that only older ones may be missing. */
  open() {
    this.#opened = true;
  }

  /** States that there is nothing older than what is here. */
  reachStart() {
    this.#startReached = true;
  }

  /**
   * Forgets all messages except the newest, so that a page that is open for weeks does not grow for weeks.
   * @param {number} count
   */
  keepNewest(count) {
    const seqs = [...this.#bySeq.keys()].sort((a, b) => a - b);
    const surplus = seqs.slice(0, Math.max(0, seqs.length - count));
    if (surplus.length) {
      surplus.forEach(seq => this.#bySeq.delete(seq));
      this.#sorted = null;
      this.#keys.clear();
      this.#bySeq.forEach(message => this.#keys.add(keyOf(message)));
      this.#startReached = false;
    }
  }

  /** True once the newest events are here. */
  get opened() {
    return this.#opened;
  }

  get startReached() {
    return this.#startReached || this.oldest === 1 || (this.#opened && this.size === 0);
  }

  get size() {
    return this.#bySeq.size;
  }

  /** The smallest number here, 0 if there is none. */
  get oldest() {
    return this.#inOrder()[0]?.seq ?? 0;
  }

  /** The greatest number seen, 0 if there is none. */
  get newest() {
    return this.#newest;
  }

  /** The posted messages, oldest first. */
  get messages() {
    return this.#inOrder().filter(({ type }) => type === 'posted');
  }

  /** @param {number} seq */
  get(seq) {
    return this.#bySeq.get(seq);
  }

  /** @param {string} key see `keyOf` */
  has(key) {
    return this.#keys.has(key);
  }

  /** @param {Message} message */
  #put(message) {
    this.#bySeq.set(message.seq, message);
    this.#keys.add(keyOf(message));
    this.#newest = Math.max(this.#newest, message.seq);
    this.#sorted = null;
    this.#changes.get(message.seq)?.forEach(event => this.#apply(event));
    if (message.reply) {
      const { seq } = message.reply;
      this.#replies.set(seq, (this.#replies.get(seq) ?? new Set()).add(message.seq));
      this.#changes.get(seq)?.forEach(event => this.#quote(message.seq, event));
    }
  }

  /** @param {Message} event whose target may come, or may have come, as it was before */
  #change(event) {
    const seq = event.target ?? 0;
    const changes = this.#changes.get(seq) ?? new Map();
    const before = changes.get(event.type);
    if (!before || before.seq < event.seq) {
      this.#changes.set(seq, changes.set(event.type, before ? JOINED[event.type]?.(before, event) ?? event : event));
      this.#apply(event);
      this.#replies.get(seq)?.forEach(reply => this.#quote(reply, event));
    }
  }

  /**
   * @param {number} seq of a reply
   * @param {Message} event about the message that it replies to
   */
  #quote(seq, event) {
    const message = this.#bySeq.get(seq);
    if (message?.reply && event.seq > seq && Object.hasOwn(QUOTES, event.type)) {
      this.#bySeq.set(seq, { ...message, reply: QUOTES[event.type](message.reply, event) });
      this.#sorted = null;
    }
  }

  /** @param {Message} event */
  #apply(event) {
    const message = this.#bySeq.get(event.target ?? 0);
    if (message?.type === 'posted') {
      this.#bySeq.set(message.seq, CHANGES[event.type](message, event));
      this.#sorted = null;
    }
  }

  #inOrder() {
    this.#sorted ??= [...this.#bySeq.values()].sort((a, b) => a.seq - b.seq);
    return this.#sorted;
  }
}
