/** @typedef {{text: string, href?: string}} Piece a link if it has an href */

// Direction marks end an address: they can make one look like another.
const ADDRESS = /\bhttps?:\/\/[^\s<>"\p{Cc}\p{Cf}]+/giu;
const TRAILING = new Set('.,;:!?\'*_~…»”’');
const BRACKETS = new Map([[')', '('], [']', '['], ['}', '{']]);

/**
 * Splits a text into plain pieces and links. The pieces' texts joined are the text.
 * @param {string} text
 * @returns {Piece[]}
 */
export function pieces(text) {
  /** @type {Piece[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrail(match[0]);
    const href = httpAddress(address);
    if (href) {
      found.push({ text: text.slice(end, match.index) }, { text: address, href });
      end = match.index + address.length;
    }
  }
  return [...found, { text: text.slice(end) }].filter(piece => piece.text);
}

/**
 * Leaves off punctuation that belongs to the sentence, and a bracket that was opened before the address.
 * @param {string} address
 */
function withoutTrail(address) {
  const opened = count(address);
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1];
    const opener = BRACKETS.get(last);
    if (opener && tally(opened, last) > tally(opened, opener)) {
      opened.set(last, tally(opened, last) - 1);
    } else if (!TRAILING.has(last)) {
      break;
    }
    end--;
  }
  return address.slice(0, end);
}

/** @param {string} text */
function count(text) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const char of text) {
    counts.set(char, tally(counts, char) + 1);
  }
  return counts;
}

/**
 * @param {Map<string, number>} counts
 * @param {string} char
 */
function tally(counts, char) {
  return counts.get(char) ?? 0;
}

/**
 * An address in its full form, or null if it is none of the web.
 * @param {string} address
 */
export function httpAddress(address) {
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    return null;
  }
}
