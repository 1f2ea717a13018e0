/** @import { Message } from './message.js' */

/** @typedef {Message & {marks?: [number, number][]}} Hit a message that was found; `marks` are the places that fit */
/** @typedef {{text: string, marked: boolean}} Part of a text */

/** The most characters of a text that are shown, and those before its first mark. */
const MOST = 280;
const BEFORE = 80;

/**
 * The part of a text around its first mark, in pieces that are marked or not.
 * @param {string} text
 * @param {[number, number][]} [marks] where each begins and ends, in order
 * @returns {Part[]}
 */
export function excerpt(text, marks = []) {
  const start = startOf(text, marks[0]?.[0] ?? 0);
  const end = text.length - start > MOST ? inside(text, start + MOST) : text.length;
  /** @type {Part[]} */
  const parts = start > 0 ? [{ text: '…', marked: false }] : [];
  let at = start;
  for (const [from, to] of marks.filter(([, to]) => to <= end)) {
    parts.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
    at = to;
  }
  parts.push({ text: text.slice(at, end) + (end < text.length ? '…' : ''), marked: false });
  return parts.filter(part => part.text);
}

/**
 * A text that is not much longer than what is shown begins at its beginning.
 * @param {string} text
 * @param {number} mark
 */
function startOf(text, mark) {
  if (mark <= BEFORE * 2 || text.length <= MOST) {
    return 0;
  }
  const start = mark - BEFORE;
  const blank = text.slice(start, mark).search(/\s/u);
  return inside(text, blank < 0 ? start : start + blank + 1);
}

/**
 * A place that does not cut a character in two.
 * @param {string} text
 * @param {number} at
 */
function inside(text, at) {
  const unit = text.charCodeAt(at);
  return unit >= 0xDC00 && unit <= 0xDFFF ? at - 1 : at;
}

/** A full page of hits; one with long texts has fewer. */
const PAGE = 20;
const LONG = 30_000;

/** The hits of one search, page by page. */
export class Hits {
  /** @type {Hit[]} */
  list = [];
  complete = true;

  /** @param {Hit[]} page of older hits */
  add(page) {
    this.list = [...this.list, ...page];
    this.complete = page.length === 0 || (page.length < PAGE && page.reduce((sum, { text }) => sum + text.length, 0) < LONG);
  }

  /** The last hit, after which the next page begins; undefined if there is none. */
  get before() {
    const last = this.list.at(-1);
    return last && `${last.topic}-${last.seq}`;
  }
}
