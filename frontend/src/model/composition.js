import { say } from '../words.js';

const COUNT_WITHIN = 200;

/**
 * The state of a text that is being written.
 * @typedef {object} Verdict
 * @property {string} text the text to send, without blank lines around it
 * @property {boolean} blank
 * @property {boolean} tooLong
 * @property {string} counter empty while there is plenty of room
 */

/**
 * @param {string} written
 * @param {number} longest how many characters the server takes
 * @returns {Verdict}
 */
export function judge(written, longest) {
  const text = written.replace(/^(\s*\n)+/, '').trimEnd();
  const length = lengthOf(text);
  return {
    text,
    blank: !/[^\s\p{Cc}\p{Cf}]/u.test(text),
    tooLong: length > longest,
    counter: length > longest - COUNT_WITHIN ? say('composer.count', { length, longest }) : '',
  };
}

/**
 * The server counts code points, `length` counts an emoji twice.
 * @param {string} text
 */
function lengthOf(text) {
  return [...text].length;
}
