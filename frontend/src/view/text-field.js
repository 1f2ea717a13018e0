/** @import { Replacement } from '../model/markup.js' */

/** The caret of a text box, and what is written at it. Each change is one step that the browser can undo. */
export class TextField {
  #text;

  /** @param {HTMLTextAreaElement} text */
  constructor(text) {
    this.#text = text;
  }

  get element() {
    return this.#text;
  }

  /** The text before the caret. */
  get before() {
    return this.#text.value.slice(0, this.#text.selectionStart);
  }

  get selected() {
    return this.#text.value.slice(this.#text.selectionStart, this.#text.selectionEnd);
  }

  /**
   * Writes in place of the selection, or at the caret.
   * @param {string} text
   */
  insert(text) {
    this.#text.focus();
    // The only way that the browser can undo; the newer ones clear its history.
    if (!document.execCommand('insertText', false, text)) {
      this.#text.setRangeText(text, this.#text.selectionStart, this.#text.selectionEnd, 'end');
      this.#text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** Where the caret is, or the selection begins. */
  get caret() {
    return this.#text.selectionStart;
  }

  /**
   * Writes in place of a part, if it still says that.
   * @param {number} start
   * @param {string} old
   * @param {string} text
   */
  replace(start, old, text) {
    if (this.has(start, old)) {
      this.#text.setSelectionRange(start, start + old.length);
      this.insert(text);
    }
  }

  /**
   * @param {number} start
   * @param {string} text
   */
  has(start, text) {
    return this.#text.value.startsWith(text, start);
  }

  /**
   * Writes in place of the selection, and selects a part of it.
   * @param {Replacement} replacement
   */
  put({ text, from, length }) {
    const start = this.#text.selectionStart;
    this.insert(text);
    this.#text.setSelectionRange(start + from, start + from + length);
  }

  /**
   * Writes in place of the last characters before the caret.
   * @param {number} length
   * @param {string} text
   */
  replaceBefore(length, text) {
    const { selectionStart: caret } = this.#text;
    this.#text.setSelectionRange(caret - length, caret);
    this.insert(text);
  }
}
