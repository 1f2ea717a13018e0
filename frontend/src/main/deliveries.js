import { sendTo } from '../model/destinations.js';
import { keyOf } from '../model/message.js';
/** @import { Entry, Outbox } from '../model/outbox.js' */
/** @import { Timeline } from '../model/timeline.js' */
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
   * What is in the list, the server has: no more asking.
   * @param {Timeline} timeline
   * @param {string} topic
   * @param {string} me
   */
  arrived(timeline, topic, me) {
    for (const { id } of this.#outbox.of(topic)) {
      if (timeline.has(keyOf({ sender: me, id }))) {
        this.#outbox.remove(id);
      }
    }
  }

  /** @param {Entry} entry */
  #hand({ id, topic, text }) {
    this.#connection.send(sendTo(topic), { text, id }, id);
  }
}
