import { find } from './element.js';

/** Not those of a message that was not sent: they are always within reach. */
const CONTROLS = 'a, button:not(.text-button), audio, video';
/** What Enter leads to. */
const ACTS = 'button:not(.message__person)';
/** Where the arrow keys stop. */
const STOPS = '.message, .day__date';

/**
 * Moves the focus from message to message by the arrow keys. Tab reaches the controls of one message only: the one with
 * the focus, or the first in sight once the list has it, or else the newest. Through those of all it would take hundreds of presses.
 */
export class MessageKeys {
  #box = find('#log');
  #rows = find('#log-rows');
  /** @type {HTMLElement | undefined} */
  #current;

  start() {
    this.#box.addEventListener('keydown', this.#pressed);
    this.#box.addEventListener('focusin', this.#focused);
  }

  stop() {
    this.#box.removeEventListener('keydown', this.#pressed);
    this.#box.removeEventListener('focusin', this.#focused);
  }

  /** The rows have been drawn. */
  refresh() {
    const { activeElement } = document;
    const focused = this.#rows.contains(activeElement) ? activeElement?.closest('.message') : null;
    this.#choose(/** @type {HTMLElement | null} */ (focused) ?? this.#current);
  }

  /** @param {FocusEvent} event */
  #focused = ({ target }) => {
    const message = target === this.#box ? this.#inSight[0] : /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest('.message'));
    if (message) {
      this.#choose(message);
    }
  };

  /** @param {HTMLElement | undefined} message */
  #choose(message) {
    const chosen = message?.isConnected ? message : this.#messages.at(-1);
    if (chosen !== this.#current) {
      setReachable(this.#current, false);
      setReachable(chosen, true);
      this.#current = chosen;
    }
  }

  get #messages() {
    return /** @type {HTMLElement[]} */ ([...this.#rows.querySelectorAll('.message')]);
  }

  get #inSight() {
    const { top, bottom } = this.#box.getBoundingClientRect();
    return this.#messages.filter(message => {
      const place = message.getBoundingClientRect();
      return place.bottom > top && place.top < bottom;
    });
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.altKey || event.ctrlKey || event.metaKey || target.closest('pre, audio, video')) {
      return;
    }
    const next = event.key === 'Enter' && target === this.#current ? target.querySelector(ACTS) : this.#aim(event.key, target);
    if (next) {
      event.preventDefault();
      /** @type {HTMLElement} */ (next).focus();
    }
  };

  /**
   * @param {string} key
   * @param {HTMLElement} target
   */
  #aim(key, target) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (target === this.#box) {
      return step && this.#inSight.at(step < 0 ? -1 : 0);
    }
    const stops = /** @type {HTMLElement[]} */ ([...this.#rows.querySelectorAll(STOPS)]);
    const at = stops.indexOf(/** @type {HTMLElement} */ (target.closest(STOPS)));
    switch (key) {
      case 'Home': return this.#messages[0];
      case 'End': return this.#messages.at(-1);
      default: return step && at >= 0 ? stops[at + step] : undefined;
    }
  }
}

/**
 * @param {HTMLElement | undefined} message
 * @param {boolean} reachable by Tab
 */
export function setReachable(message, reachable) {
  message?.querySelectorAll(CONTROLS).forEach(control => control.setAttribute('tabindex', reachable ? '0' : '-1'));
}
