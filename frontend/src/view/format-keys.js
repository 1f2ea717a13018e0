import { code, marked } from '../model/markup.js';
/** @import { TextField } from './text-field.js' */

/** Puts marks around the selection by the usual keys. */
export class FormatKeys {
  #field;

  /** @param {TextField} field */
  constructor(field) {
    this.#field = field;
  }

  start() {
    this.#field.element.addEventListener('keydown', this.#pressed);
  }

  stop() {
    this.#field.element.removeEventListener('keydown', this.#pressed);
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    const { ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    const replacement = ctrlKey !== metaKey && !altKey && !shiftKey && !isComposing && this.#replacement(event.key.toLowerCase());
    if (replacement) {
      event.preventDefault();
      this.#field.put(replacement);
    }
  };

  /** @param {string} key */
  #replacement(key) {
    const { selected, before } = this.#field;
    switch (key) {
      case 'b': return marked(selected, '**');
      case 'i': return marked(selected, '_');
      case 'e': return code(selected, before);
      default: return null;
    }
  }
}
