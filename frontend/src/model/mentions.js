/** @import { Part } from './formatted.js' */

/**
 * A person whom a text mentions, or `@here`, as the server found them. See docs/protocol.md.
 * @typedef {object} Mention
 * @property {string} [name] the present name of the person
 * @property {string} [text] the name as the text has it, if it is another one
 * @property {boolean} [here] true if all are meant who were in the topic then
 * @property {boolean} [me] in a row: true if the user is meant
 */

/**
 * Marks those that mean the user. A sender who writes `@here` means the others.
 * @param {Mention[]} mentions
 * @param {string} sender
 * @param {string} me
 * @returns {Mention[]}
 */
export function ownMarked(mentions, sender, me) {
  return mentions.map(mention => ({ ...mention, me: mention.here ? sender !== me : mention.name === me }));
}

/** Scripts that do not write blanks between all words. */
const DENSE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}`;
const WORD = String.raw`[\p{L}\p{Nd}\p{M}]`;
const SPACED = new RegExp(`(?![${DENSE}])${WORD}`, 'u');
const IS_DENSE = new RegExp(`[${DENSE}]`, 'u');
/** What may stand before the sign: not a word, a path or another sign, also with joints in between. */
const BEFORE = new RegExp(`(?:(?![${DENSE}])${WORD}|[@/\\\\])[._+-]*$`, 'u');
const JOINTS = /^[._-]*/;
/** How far to look around a name; more joints than that are none of a name. */
const NEAR = 100;
/** The characters of a name that is being written. */
const LONGEST = 32;
const NAME = new RegExp(`^(?:(?:${WORD}|[._-])+(?: |$))*(?:${WORD}|[._-])*$`, 'u');

/**
 * The mention of a name that is being written at the end of a text, with its sign; empty if there is none.
 * @param {string} before the text before the caret
 */
export function unfinishedMention(before) {
  const at = before.lastIndexOf('@');
  const name = before.slice(at + 1);
  return at >= 0 && name.length <= LONGEST && NAME.test(name) && mayBeginAt(before, at) ? before.slice(at) : '';
}

/**
 * Parts in which each mention is a part of its own. Code and links have none.
 * @param {Part[]} parts
 * @param {Mention[]} mentions
 * @returns {Part[]}
 */
export function withMentions(parts, mentions) {
  if (mentions.length === 0) {
    return parts;
  }
  // Of several names that begin at a sign, the longest one is meant.
  const names = mentions.map(mention => ({ written: writtenOf(mention), mention })).filter(({ written }) => written)
    .sort((a, b) => b.written.length - a.written.length);
  return inside(parts, names);
}

/** @typedef {{written: string, mention: Mention}} Name */

/**
 * @param {Part[]} parts
 * @param {Name[]} names
 * @returns {Part[]}
 */
function inside(parts, names) {
  return parts.flatMap(part => {
    switch (part.kind) {
      case 'text': return split(part, names);
      case 'link':
      case 'code':
      case 'block': return [part];
      default: return [{ ...part, parts: inside(part.parts, names) }];
    }
  });
}

/**
 * @param {Part} part
 * @param {Name[]} names
 * @returns {Part[]}
 */
function split({ text = '' }, names) {
  /** @type {Part[]} */
  const parts = [];
  let done = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = mayBeginAt(text, at) && names.find(({ written }) => isAt(text, at + 1, written));
    if (found) {
      const end = at + 1 + found.written.length;
      parts.push({ kind: 'text', text: text.slice(done, at), parts: [] },
        { kind: 'mention', text: text.slice(at, end), mention: found.mention, parts: [] });
      done = end;
      at = end - 1;
    }
  }
  parts.push({ kind: 'text', text: text.slice(done), parts: [] });
  return parts.filter(({ text }) => text);
}

/**
 * The name as the text has it.
 * @param {Mention} mention
 */
function writtenOf({ name, text, here }) {
  return text ?? (here ? 'here' : name ?? '');
}

/**
 * @param {string} text
 * @param {number} at
 */
function mayBeginAt(text, at) {
  return !BEFORE.test(text.slice(Math.max(0, at - NEAR), at));
}

/**
 * @param {string} text
 * @param {number} start
 * @param {string} written
 */
function isAt(text, start, written) {
  const end = start + written.length;
  const there = text.slice(start, end);
  return (there === written || there.toLowerCase() === written.toLowerCase()) && mayEndAt(text, end);
}

/**
 * Whether a name may end here: `ada` not in `adam` or `ada-2`.
 * @param {string} text
 * @param {number} end
 */
function mayEndAt(text, end) {
  const [joints] = /** @type {RegExpExecArray} */ (JOINTS.exec(text.slice(end, end + NEAR)));
  const next = String.fromCodePoint(text.codePointAt(end + joints.length) ?? 0x20);
  return !SPACED.test(next) || (!joints && IS_DENSE.test(lastOf(text.slice(0, end))));
}

/**
 * The last character, which may take two code units.
 * @param {string} text
 */
function lastOf(text) {
  const last = text.codePointAt(text.length - 2) ?? 0;
  return last > 0xffff ? String.fromCodePoint(last) : text.slice(-1);
}
