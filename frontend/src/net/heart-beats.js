/**
 * When a connection has to show that it lives. The timers of a hidden page run once a minute, so it cannot
 * rely on them. The server sends something in time, at least each heart-beat, and the page answers that.
 */
export class HeartBeats {
  #interval;
  #now;
  #sentAt = -Infinity;

  /**
   * @param {number} interval in ms: how often the server wants to hear something
   * @param {() => number} [now]
   */
  constructor(interval, now = Date.now) {
    this.#interval = interval;
    this.#now = now;
  }

  /** Something has been sent. */
  sent() {
    this.#sentAt = this.#now();
  }

  /** True if the last message of the server needs an answer, because the page has sent too little lately. */
  get due() {
    return this.#now() - this.#sentAt >= this.#interval / 2;
  }
}
