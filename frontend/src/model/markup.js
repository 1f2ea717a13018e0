/** From so many lines on, a pasted text is probably code. */
const MANY_LINES = 30;
const FENCE = /^ {0,3}(?:```|~~~)/gm;

/**
 * A text that takes the place of another, and what is selected in it then.
 * @typedef {{text: string, from: number, length: number}} Replacement
 */

/**
 * Puts a text between marks, or takes it out of them. In an empty one the caret comes between the marks.
 * @param {string} text
 * @param {string} marks
 * @returns {Replacement}
 */
export function marked(text, marks) {
  const { length } = marks;
  if (text.length >= 2 * length && text.startsWith(marks) && text.endsWith(marks)) {
    const inner = text.slice(length, -length);
    return { text: inner, from: 0, length: inner.length };
  }
  // Blanks beside the marks would make them text.
  const [, before, inner, after] = /** @type {RegExpExecArray} */ (/^(\s*)([^]*?)(\s*)$/.exec(text));
  return { text: before + marks + inner + marks + after, from: before.length + length, length: inner.length };
}

/**
 * Makes code of a text: in its line, or as a block if it has several lines.
 * @param {string} text
 * @param {string} before the text before it
 * @returns {Replacement}
 */
export function code(text, before) {
  if (text.includes('\n')) {
    const block = codeBlock(text, before);
    return { text: block, from: 0, length: block.length };
  }
  return /^`[^`]+`$/.test(text) ? marked(text, '`') : marked(text, '`'.repeat(longestRun(text) + 1));
}

/**
 * A code block that nothing in the text ends.
 * @param {string} text
 * @param {string} before the text before it
 */
export function codeBlock(text, before) {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${/(^|\n)$/.test(before) ? '' : '\n'}${fence}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}

/**
 * Whether a text that is pasted behind another is probably code, and not in a code block already.
 * @param {string} text
 * @param {string} before
 */
export function looksLikeCode(text, before) {
  return text.trimEnd().split('\n').length >= MANY_LINES && !inBlock(before) && !text.match(FENCE);
}

/**
 * Whether the end of a text is in code. Only a guess: one backtick opens and one closes.
 * @param {string} before
 */
export function inCode(before) {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return inBlock(before) || line.split('`').length % 2 === 0;
}

/** @param {string} text */
function inBlock(text) {
  return (text.match(FENCE)?.length ?? 0) % 2 === 1;
}

/** @param {string} text */
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
}
