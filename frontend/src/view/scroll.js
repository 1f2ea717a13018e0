/** @import { Rows } from './rows.js' */

const NEAR = 48;

/** Keeps the reader's place in the message list: at the newest message, or at the message in sight. */
export class Scroll {
  #box;
  #rows;
  #resizes;
  #following = true;
  #lastTop = 0;
  /** Whether the newest message is among those that are drawn. */
  attached = true;

  /**
   * @param {HTMLElement} box the element that scrolls
   * @param {Rows} rows
   */
  constructor(box, rows) {
    this.#box = box;
    this.#rows = rows;
    this.#resizes = new ResizeObserver(() => this.following && this.#toEnd());
  }

  start() {
    this.#box.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#resizes.observe(this.#box);
  }

  stop() {
    this.#box.removeEventListener('scroll', this.#scrolled);
    this.#resizes.disconnect();
  }

  /** True while the newest message is in sight, and new ones are followed. */
  get following() {
    return this.#following && this.attached;
  }

  /** True if the reader is within a screen of the oldest message here. */
  get nearStart() {
    return this.#box.scrollTop < this.#box.clientHeight;
  }

  /** True if the newest message is more than a screen away. */
  get farFromEnd() {
    return this.#toGo() > this.#box.clientHeight;
  }

  /** True if the reader is within a screen of the last message here. */
  get nearEnd() {
    return !this.farFromEnd;
  }

  follow() {
    this.#following = true;
    this.attached = true;
    this.#toEnd();
  }

  /**
   * Brings a message into sight.
   * @param {HTMLElement} node
   */
  reveal(node) {
    this.#following = false;
    node.scrollIntoView({ block: 'center' });
    this.#lastTop = this.#box.scrollTop;
  }

  /**
   * Puts an element at the top, unless all below it is in sight anyway.
   * @param {HTMLElement} node
   */
  showFrom(node) {
    this.#toEnd();
    if (node.getBoundingClientRect().top < this.#box.getBoundingClientRect().top) {
      node.scrollIntoView({ block: 'start' });
      this.#following = false;
      this.#lastTop = this.#box.scrollTop;
    }
  }

  /**
   * Draws, and keeps the messages in sight at their place.
   * @param {() => void} draw
   */
  holding(draw) {
    // The scroll event may come after this, in the same frame.
    this.#heedReader();
    if (this.following) {
      draw();
      this.#toEnd();
    } else {
      const { key, bottom } = this.#anchor();
      draw();
      const node = this.#rows.node(key);
      this.#box.scrollTop += node ? node.getBoundingClientRect().bottom - bottom : 0;
    }
  }

  #anchor() {
    const edge = this.#box.getBoundingClientRect().top;
    for (const { key, node } of this.#rows.entries) {
      const { bottom } = node.getBoundingClientRect();
      // The lower edge: an older message of the same group takes the head of a message, and a day line may move.
      if (bottom > edge && node.dataset.id !== undefined) {
        return { key, bottom };
      }
    }
    return { key: '', bottom: 0 };
  }

  #toEnd() {
    this.#box.scrollTop = this.#box.scrollHeight;
    this.#lastTop = this.#box.scrollTop;
  }

  #toGo() {
    return this.#box.scrollHeight - this.#box.clientHeight - this.#box.scrollTop;
  }

  #scrolled = () => {
    const wentUp = this.#heedReader();
    if (this.following && !wentUp) {
      this.#toEnd();
    }
  };

  // The end may have moved in the same frame, and only a reader goes up.
  #heedReader() {
    const wentUp = this.#box.scrollTop < this.#lastTop;
    this.#following = (this.attached && this.#toGo() < NEAR) || (this.#following && !wentUp);
    this.#lastTop = this.#box.scrollTop;
    return wentUp;
  }
}
