import { editIn, sendTo } from '../model/destinations.js';
import { keyOf } from '../model/message.js';
/** @import { Attachment } from '../model/attachment.js' */
/** @import { About, Entry, Outbox } from '../model/outbox.js' */
/** @import { Timeline } from '../model/timeline.js' */
/** @import { Connection } from '../net/connection.js' */

/** The longest wait in seconds without a word to the user. */
const PATIENCE = 60;

/**
 * Gets the user's messages to the server, one after the other in the order written. They are sent again after each
 * reconnect, under the same id, until the server has confirmed them. If the server asks to wait, all of them wait. A message
 * whose files are still on their way holds up no other one.
 */
export class Deliveries {
  #outbox;
  #connection;
  /** The id of the message that the server has not answered yet. */
  #underWay = '';
  #timer = 0;

  /**
   * @param {Outbox} outbox
   * @param {Connection} connection
   */
  constructor(outbox, connection) {
    this.#outbox = outbox;
    this.#connection = connection;
  }

  /** It starts with the first message. */
  start() {}

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  /**
   * @param {string} topic
   * @param {string} text
   * @param {About} [about]
   * @returns {string} its id
   */
  send(topic, text, about) {
    const { id } = this.#outbox.add(topic, text, about);
    this.#next();
    return id;
  }

  /**
   * The server has a file of a message, which may have waited for it.
   * @param {string} id of the message
   * @param {Attachment} attachment
   */
  attached(id, attachment) {
    this.#outbox.attach(id, attachment);
    this.#next();
  }

  /** There is a new connection: sends the messages that the former one left open. */
  resend() {
    this.#underWay = '';
    this.#next();
  }

  /** @param {string} id */
  retry(id) {
    this.#outbox.retry(id);
    this.#next();
  }

  /**
   * The server has it.
   * @param {string} id
   */
  accepted(id) {
    this.#outbox.accept(id);
    this.#answered(id);
  }

  /**
   * The server has refused it.
   * @param {string} id
   * @param {string} reason
   * @param {number} [retryAfter] the seconds after which it may be sent again
   * @returns {boolean} false if it is none of these messages
   */
  refused(id, reason, retryAfter) {
    const known = Boolean(this.#outbox.get(id));
    if (known && retryAfter && retryAfter <= PATIENCE) {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(this.#resume, retryAfter * 1_000);
    } else {
      this.#outbox.refuse(id, reason);
    }
    this.#answered(id);
    return known;
  }

  /**
   * A message in the timeline is stored, so it is not sent again. One that is stored and not there is older: a new one comes
   * before the server confirms it.
   * @param {{timeline: Timeline, topic: string, complete: boolean}} room
   * @param {string} me
   */
  arrived({ timeline, topic, complete }, me) {
    for (const { id, target, state } of this.#outbox.of(topic)) {
      if (!target && (timeline.has(keyOf({ sender: me, id })) || (complete && state === 'sent'))) {
        this.#outbox.remove(id);
      }
    }
  }

  /** @param {string} id */
  #answered(id) {
    if (this.#underWay === id) {
      this.#underWay = '';
    }
    this.#next();
  }

  #resume = () => {
    this.#timer = 0;
    this.#next();
  };

  #next() {
    const [entry] = this.#outbox.unsent;
    if (entry && !this.#underWay && !this.#timer) {
      this.#underWay = this.#pass(entry) ? entry.id : '';
    }
  }

  /** @param {Entry} entry */
  #pass({ id, topic, text, reply, target, attachments }) {
    return target ? this.#connection.send(editIn(topic), { target, text }, id)
      : this.#connection.send(sendTo(topic), { text, id, reply: reply?.seq, attachments: attachments?.map(({ id }) => id) }, id);
  }
}
