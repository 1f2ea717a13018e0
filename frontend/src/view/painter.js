const HIDDEN_EVERY = 500;

/** Paints once for all changes since the last time. Browsers give a hidden page no frames, so a timer paints it. */
export class Painter {
  #paint;
  #frame = 0;
  #timer = 0;

  /** @param {() => void} paint */
  constructor(paint) {
    this.#paint = paint;
  }

  request = () => {
    if (!this.#frame && !this.#timer) {
      this.#frame = requestAnimationFrame(this.now);
      this.#timer = window.setTimeout(this.now, HIDDEN_EVERY);
    }
  };

  now = () => {
    this.stop();
    this.#paint();
  };

  stop() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    this.#timer = 0;
  }
}
