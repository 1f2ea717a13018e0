const HIDDEN_EVERY = 500;

/** Draws once for all that changed meanwhile; browsers give a hidden page no frames, so there it goes by time. */
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
