/** How far the user has read the open topic, and what the server does not know of it yet. */
export class ReadMark {
  #seen = 0;
  #told = 0;
  #held = true;

  /** The messages in sight are not read until the topic is at its place. */
  leave() {
    this.#held = true;
  }

  /**
   * The topic is at its place.
   * @param {number} read the number of the last event that was read before
   */
  enter(read) {
    this.#seen = read;
    this.#told = read;
    this.#held = false;
  }

  /**
   * A message is in sight.
   * @param {number} seq
   */
  see(seq) {
    if (!this.#held) {
      this.#seen = Math.max(this.#seen, seq);
    }
  }

  /**
   * What follows an event is unread again, and stays so while it is in sight.
   * @param {number} seq
   */
  hold(seq) {
    this.#held = true;
    this.#seen = seq;
    this.#told = seq;
  }

  /**
   * Everything up to an event is read.
   * @param {number} seq
   */
  catchUp(seq) {
    this.#held = false;
    this.see(seq);
  }

  /**
   * The server knows this mark. It may have lost a later one.
   * @param {number} read
   */
  confirm(read) {
    if (!this.#held) {
      this.#told = read;
      this.see(read);
    }
  }

  /** Whether messages in sight count as read. */
  get follows() {
    return !this.#held;
  }

  get seen() {
    return this.#seen;
  }

  /**
   * Takes the mark that the server has to be told.
   * @returns {number} 0 if it knows the present one
   */
  take() {
    const due = this.#seen > this.#told ? this.#seen : 0;
    this.#told = Math.max(this.#told, this.#seen);
    return due;
  }
}
