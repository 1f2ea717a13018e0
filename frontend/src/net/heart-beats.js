/**
 * When a connection has to show that it lives. The timers of a hidden page run once a minute, so it cannot
 * rely on them; what comes from the server comes in time, at least each heart-beat, and is answered.
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

  /** Whether what has just come needs an answer: too little has been sent of late. */
  get due() {
    return this.#now() - this.#sentAt >= this.#interval / 2;
  }
}
