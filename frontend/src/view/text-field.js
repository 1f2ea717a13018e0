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

  /**
   * Selects a part of what was just written before the caret.
   * @param {number} from how many characters before the caret it begins
   * @param {number} length
   */
  selectBefore(from, length) {
    const start = this.#text.selectionStart - from;
    this.#text.setSelectionRange(start, start + length);
  }
}
