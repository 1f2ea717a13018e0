/** @import { Rows } from './rows.js' */

const NEAR = 48;

/** Where the reader is in the message list: at the newest, and then it stays there, or at some message, and then that stays. */
export class Scroll {
  #box;
  #rows;
  #resizes;
  #following = true;
  #lastTop = 0;

  /**
   * @param {HTMLElement} box the element that scrolls
   * @param {Rows} rows
   */
  constructor(box, rows) {
    this.#box = box;
    this.#rows = rows;
    this.#resizes = new ResizeObserver(() => this.#following && this.#toEnd());
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
    return this.#following;
  }

  /** True if the reader is within a screen of the oldest message here. */
  get nearStart() {
    return this.#box.scrollTop < this.#box.clientHeight;
  }

  /** True if the newest message is more than a screen away. */
  get farFromEnd() {
    return this.#toGo() > this.#box.clientHeight;
  }

  follow() {
    this.#following = true;
    this.#toEnd();
  }

  /**
   * Draws, and keeps what the reader sees where it is.
   * @param {() => void} draw
   */
  holding(draw) {
    if (this.#following) {
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
      // Its end, as a message loses its head to an older one of its group; a day line may even move away.
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

  // The end may have moved in the same frame, and only a reader goes up.
  #scrolled = () => {
    const wentUp = this.#box.scrollTop < this.#lastTop;
    this.#following = this.#toGo() < NEAR || (this.#following && !wentUp);
    this.#lastTop = this.#box.scrollTop;
    if (this.#following && !wentUp) {
      this.#toEnd();
    }
  };
}
