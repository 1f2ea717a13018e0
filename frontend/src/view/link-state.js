import { describe } from '../model/link-state.js';
import { find } from './element.js';
/** @import { LinkState } from '../model/link-state.js' */

const TICK = 250;

/** Shows the state of the connection, and counts down to the next attempt. */
export class LinkStateView {
  #root = find('#link-state');
  #text = find('.link-state__text', this.#root);
  #countdown = find('.link-state__countdown', this.#root);
  #button = find('button', this.#root);
  #retry;
  /** @type {LinkState} */
  #state = { phase: 'connecting' };
  #timer = 0;

  /** @param {() => void} retry */
  constructor(retry) {
    this.#retry = retry;
  }

  start() {
    this.#button.addEventListener('click', this.#retry);
    this.#timer = window.setInterval(this.#draw, TICK);
  }

  stop() {
    this.#button.removeEventListener('click', this.#retry);
    clearInterval(this.#timer);
  }

  /** @param {LinkState} state */
  show(state) {
    this.#state = state;
    this.#draw();
  }

  #draw = () => {
    const { text, countdown, canRetry } = describe(this.#state, Date.now());
    this.#root.dataset.phase = this.#state.phase;
    set(this.#text, text);
    set(this.#countdown, countdown);
    this.#button.hidden = !canRetry;
  };
}

/**
 * Sets a text only if it differs: a screen reader reads out each text that is set.
 * @param {HTMLElement} target
 * @param {string} text
 */
function set(target, text) {
  if (target.textContent !== text) {
    target.textContent = text;
  }
}
