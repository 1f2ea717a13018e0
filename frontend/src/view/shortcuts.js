import { shortcutOf } from '../model/shortcut.js';
import { find } from './element.js';
/** @import { Shortcut } from '../model/shortcut.js' */

const TEXT = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])';

/** Hears the page's shortcuts, and lists them. */
export class Shortcuts {
  #help = /** @type {HTMLDialogElement} */ (find('#keys-dialog'));
  #pressed;

  /** @param {(shortcut: Shortcut) => void} pressed */
  constructor(pressed) {
    this.#pressed = pressed;
  }

  start() {
    document.addEventListener('keydown', this.#heard);
  }

  stop() {
    this.#help.close();
    document.removeEventListener('keydown', this.#heard);
  }

  explain = () => {
    this.#help.showModal();
  };

  /** @param {KeyboardEvent} event */
  #heard = event => {
    const shortcut = shortcutOf(event, Boolean(document.activeElement?.matches(TEXT)));
    if (shortcut && (shortcut !== 'read' || isFree(event))) {
      event.preventDefault();
      // A dialog asks for something else.
      if (!document.querySelector('dialog[open]')) {
        this.#pressed(shortcut);
      }
    }
  };
}

/**
 * Whether Escape has nothing to close or to cancel.
 * @param {KeyboardEvent} event
 */
function isFree({ defaultPrevented, target }) {
  return !defaultPrevented && !document.querySelector('dialog[open], :popover-open')
    && !/** @type {Element} */ (target).closest('#sidebar, #people');
}
