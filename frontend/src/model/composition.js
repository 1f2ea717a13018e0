import { MAX_TEXT_LENGTH } from './message.js';

const COUNT_FROM = MAX_TEXT_LENGTH - 200;

/**
 * What may be done with a text being written.
 * @typedef {object} Verdict
 * @property {string} text what would be sent: without blank lines around it
 * @property {boolean} blank
 * @property {boolean} tooLong
 * @property {string} counter empty while there is plenty of room
 */

/**
 * @param {string} written
 * @returns {Verdict}
 */
export function judge(written) {
  const text = written.replace(/^(\s*\n)+/, '').trimEnd();
  const length = lengthOf(text);
  return {
    text,
    blank: !/[^\s\p{Cc}\p{Cf}]/u.test(text),
    tooLong: length > MAX_TEXT_LENGTH,
    counter: length > COUNT_FROM ? `${grouped(length)} of ${grouped(MAX_TEXT_LENGTH)} characters` : '',
  };
}

/**
 * The server counts code points, `length` counts an emoji twice.
 * @param {string} text
 */
function lengthOf(text) {
  return [...text].length;
}

/** @param {number} count */
function grouped(count) {
  return count.toLocaleString('en');
}
