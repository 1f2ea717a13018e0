import { httpAddress, pieces } from './links.js';
/** @import { Piece } from './links.js' */

/** Quotes and lists inside each other. What is deeper is text. */
const DEEPEST = 10;
/** Marks the link of an address that was written without markup. */
export const BARE = 'bare';
const SUBSET = ['blockquote', 'list', 'fence', 'newline', 'escape', 'backticks', 'emphasis', 'strikethrough', 'link'];

/**
 * The parser of the subset of CommonMark that messages have. All else, such as headings, images, HTML and entities, stays
 * text, as does what is nested too deep.
 * @returns {MarkdownIt}
 */
export function markdownParser() {
  const parser = markdownit('zero').enable(SUBSET);
  parser.normalizeLink = address => address;
  parser.validateLink = address => httpAddress(address) !== null;
  parser.block.ruler.before('fence', 'depth', depth);
  // At the end of the chain, where it never begins anything; it ends what is open.
  parser.block.ruler.push('end', end, { alt: ['paragraph', 'blockquote'] });
  parser.inline.ruler.at('newline', newline);
  parser.inline.ruler.before('link', 'image', image);
  parser.inline.ruler.before('newline', 'address', address);
  return parser;
}

/** @type {MarkdownBlockRule} */
function depth(state, start, end, silent) {
  if (silent || state.level < DEEPEST) {
    return false;
  }
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(start, end, state.blkIndent, false);
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = end;
  return true;
}

/**
 * A quote or an item ends where its marks end. CommonMark would take the next line too, "lazily", which in a chat is the answer.
 * @type {MarkdownBlockRule}
 */
function end(state, line, _last, silent) {
  return silent && (state.parentType === 'blockquote' || state.sCount[line] < state.blkIndent);
}

/**
 * Keeps the spaces around a line break, unlike the parser's own.
 * @type {MarkdownInlineRule}
 */
function newline(state, silent) {
  if (state.src[state.pos] !== '\n') {
    return false;
  }
  if (!silent) {
    state.push('softbreak', 'br', 0);
  }
  state.pos++;
  return true;
}

/**
 * Leaves an image as text, with its address as a link.
 * @type {MarkdownInlineRule}
 */
function image(state, silent) {
  if (!state.src.startsWith('![', state.pos)) {
    return false;
  }
  if (!silent) {
    state.pending += '![';
  }
  state.pos += 2;
  return true;
}

/**
 * A bare address, of which nothing is markup. The parser comes here at its colon.
 * @type {MarkdownInlineRule}
 */
function address(state, silent) {
  if (silent || state.linkLevel > 0 || state.src[state.pos] !== ':') {
    return false;
  }
  state.env.addresses ??= new Map();
  const known = state.env.addresses.get(state.src) ?? addressesIn(state.src);
  state.env.addresses.set(state.src, known);
  const found = known.get(state.pos);
  const scheme = found?.text.indexOf(':') ?? 0;
  if (!found?.href || state.pos - scheme + found.text.length > state.posMax || state.pending.length < scheme) {
    return false;
  }
  state.pending = state.pending.slice(0, -scheme);
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', found.href]];
  open.meta = BARE;
  state.push('text', '', 0).content = found.text;
  state.push('link_close', 'a', -1);
  state.pos += found.text.length - scheme;
  return true;
}

/**
 * The addresses of a text by the places of their first colons.
 * @param {string} text
 */
function addressesIn(text) {
  /** @type {Map<number, Piece>} */
  const found = new Map();
  let at = 0;
  for (const piece of pieces(text)) {
    if (piece.href) {
      found.set(at + piece.text.indexOf(':'), piece);
    }
    at += piece.text.length;
  }
  return found;
}
