/** @typedef {{text: string, scope: string}} Span a piece of code with its meaning, such as `keyword`; may be empty */

/** Longer code, or code of more spans, takes too long. */
const LONGEST = 20_000;
const MOST = 4_000;

/** Takes the tokens of the library, which by itself would make markup of them. */
class Spans {
  /** @type {Span[]} */
  spans = [];
  /** @type {string[]} */
  #scopes = [];

  /** @param {string} text */
  addText(text) {
    this.spans.push({ text, scope: this.#scopes.at(-1) ?? '' });
  }

  /** @param {string} scope such as `title.function` */
  startScope(scope) {
    this.#scopes.push(scope.split('.')[0]);
  }

  endScope() {
    this.#scopes.pop();
  }

  /** @param {string} scope */
  openNode(scope) {
    this.startScope(scope);
  }

  closeNode() {
    this.endScope();
  }

  /** @param {Spans} emitter */
  __addSublanguage({ spans }) {
    this.spans = this.spans.concat(spans);
  }

  finalize() {}

  toHTML() {
    return '';
  }
}

/**
 * The spans of code, which joined are the code.
 * @param {HighlightJs} library
 * @param {string} code
 * @param {string} language
 * @returns {Span[]} one if the language is not known, or the code is too long
 */
export function highlighted(library, code, language) {
  const whole = [{ text: code, scope: '' }];
  if (code.length > LONGEST || !library.getLanguage(language)) {
    return whole;
  }
  library.configure({ __emitter: Spans });
  const { spans } = /** @type {Spans} */ (library.highlight(code, { language, ignoreIllegals: true })._emitter);
  return spans.length > MOST ? whole : spans;
}
