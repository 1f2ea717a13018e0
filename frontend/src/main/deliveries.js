import { sendTo } from '../model/destinations.js';
/** @import { Message } from '../model/message.js' */
/** @import { Entry, Outbox } from '../model/outbox.js' */
/** @import { Connection } from '../net/connection.js' */

/** Gets one's own messages to the server: again after each reconnect, under the same id, until it says that it has them. */
export class Deliveries {
  #outbox;
  #connection;

  /**
   * @param {Outbox} outbox
   * @param {Connection} connection
   */
  constructor(outbox, connection) {
    this.#outbox = outbox;
    this.#connection = connection;
  }

  /**
   * @param {string} topic
   * @param {string} text
   */
  send(topic, text) {
    this.#hand(this.#outbox.add(topic, text));
  }

  /** Hands over whatever the former connection left open. */
  resend() {
    this.#outbox.unsent.forEach(entry => this.#hand(entry));
  }

  /** @param {string} id */
  retry(id) {
    const entry = this.#outbox.retry(id);
    if (entry) {
      this.#hand(entry);
    }
  }

  /**
   * They are in the list: whether the server has them needs no more asking.
   * @param {Message[]} messages
   * @param {string} me
   */
  arrived(messages, me) {
    for (const { id, sender } of messages) {
      if (id && sender === me) {
        this.#outbox.remove(id);
      }
    }
  }

  /** @param {Entry} entry */
  #hand({ id, topic, text }) {
    this.#connection.send(sendTo(topic), { text, id }, id);
  }
}
