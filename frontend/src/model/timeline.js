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
  /** @type {Message[] | null} those of them that were posted */
  #posted = [];
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
   * Makes the changes that another part of the topic has heard of, which may be newer than a page that has come.
   * @param {Timeline} other
   */
  hearFrom(other) {
    other.#changes.forEach(byType => byType.forEach(event => this.#change(event)));
  }

  /**
   * No page is on its way, and a later one has all changes, so only the changed messages are needed. A page that is open for
   * weeks does not grow by changes of messages that are not here.
   */
  settle() {
    this.#changes.clear();
    if (this.messages.length > 0 && this.size > this.messages.length) {
      this.#forget(({ type }) => type !== 'posted');
    }
  }

  /**
   * Forgets all messages except the newest, so that a page that is open for weeks does not grow for weeks.
   * @param {number} count
   */
  keepNewest(count) {
    const { messages } = this;
    if (messages.length > count) {
      this.keep(messages[messages.length - count].seq);
    }
  }

  /**
   * Forgets all messages except those between two numbers.
   * @param {number} from
   * @param {number} [to]
   */
  keep(from, to = Infinity) {
    if (this.oldest < from) {
      this.#startReached = false;
    }
    this.#newest = Math.min(this.#newest, to);
    this.#forget(({ seq }) => seq < from || seq > to);
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
    this.#posted ??= this.#inOrder().filter(({ type }) => type === 'posted');
    return this.#posted;
  }

  /**
   * The posted messages after a number, oldest first.
   * @param {number} seq
   */
  after(seq) {
    const { messages } = this;
    let start = messages.length;
    while (start > 0 && messages[start - 1].seq > seq) {
      start--;
    }
    return messages.slice(start);
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
    this.#set(message);
    this.#enter(message);
    this.#newest = Math.max(this.#newest, message.seq);
    this.#changes.get(message.seq)?.forEach(event => this.#apply(event));
    if (message.reply) {
      this.#changes.get(message.reply.seq)?.forEach(event => this.#quote(message.seq, event));
    }
  }

  /** @param {Message} message that is found by its key, and by the message that it replies to */
  #enter(message) {
    this.#keys.add(keyOf(message));
    if (message.reply) {
      const { seq } = message.reply;
      this.#replies.set(seq, (this.#replies.get(seq) ?? new Set()).add(message.seq));
    }
  }

  /** @param {(message: Message) => boolean} which */
  #forget(which) {
    const gone = [...this.#bySeq.values()].filter(which);
    if (gone.length > 0) {
      gone.forEach(({ seq }) => this.#bySeq.delete(seq));
      this.#keys.clear();
      this.#replies.clear();
      this.#bySeq.forEach(message => this.#enter(message));
      this.#sorted = null;
      this.#posted = null;
    }
  }

  /** @param {Message} message */
  #set(message) {
    this.#bySeq.set(message.seq, message);
    this.#sorted = null;
    this.#posted = null;
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
      this.#set({ ...message, reply: QUOTES[event.type](message.reply, event) });
    }
  }

  /** @param {Message} event */
  #apply(event) {
    const message = this.#bySeq.get(event.target ?? 0);
    if (message?.type === 'posted') {
      this.#set(CHANGES[event.type](message, event));
    }
  }

  #inOrder() {
    this.#sorted ??= [...this.#bySeq.values()].sort((a, b) => a.seq - b.seq);
    return this.#sorted;
  }
}
