import { AWAY_AFTER, Idleness } from '../model/idleness.js';

const EVENTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'];
const CHECK_EVERY = AWAY_AFTER / 10;

/** Watches whether the user of this page makes any input. */
export class InputWatch {
  #changed;
  #idleness = new Idleness(Date.now());
  /** @type {AbortController | null} */
  #life = null;
  #timer = 0;

  /** @param {(away: boolean) => void} changed */
  constructor(changed) {
    this.#changed = changed;
  }

  get away() {
    return this.#idleness.away;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    EVENTS.forEach(name => addEventListener(name, this.#input, { signal, passive: true, capture: true }));
    this.#timer = window.setInterval(() => this.#idleness.check(Date.now()) && this.#changed(true), CHECK_EVERY);
  }

  stop() {
    this.#life?.abort();
    clearInterval(this.#timer);
  }

  #input = () => {
    if (this.#idleness.input(Date.now())) {
      this.#changed(false);
    }
  };
}
