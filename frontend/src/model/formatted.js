import { httpAddress, pieces } from './links.js';
import { BARE, markdownParser } from './markdown.js';
import { withMentions } from './mentions.js';
/** @import { Mention } from './mentions.js' */

/**
 * A part of a message's text. Each kind has the parts inside it, if it may have any.
 * @typedef {object} Part
 * @property {'text' | 'link' | 'strong' | 'emphasis' | 'strike' | 'code' | 'paragraph' | 'quote' | 'bullets' | 'numbers' | 'item' | 'block' | 'mention'} kind
 * @property {string} [text] of `text`, `code`, `block` and `mention`
 * @property {string} [href] of `link`
 * @property {string} [language] of `block`: the word behind its fence, may be empty
 * @property {number} [start] of `numbers`
 * @property {Mention} [mention] of `mention`
 * @property {Part[]} parts
 */

/** Bold in italics in bold: what is deeper is text. */
const DEEPEST = 16;
/** What takes more parts is shown as it was written. */
const MOST = 3_000;
const PLAIN = new Set(['paragraph_open', 'paragraph_close', 'text', 'softbreak', 'link_close']);
const LANGUAGE = /^[\w+#.-]{1,30}$/;

/** @type {Record<string, Part['kind']>} */
const KINDS = {
  blockquote: 'quote', bullet_list: 'bullets', ordered_list: 'numbers', list_item: 'item', paragraph: 'paragraph',
  strong: 'strong', em: 'emphasis', s: 'strike', link: 'link',
};

/** @type {MarkdownIt | undefined} */
let parser;

/**
 * The parts of a message's text. A text without markup has only texts and links, which joined are the text.
 * @param {string} text
 * @param {Mention[]} [mentions] the people whom it mentions
 * @returns {Part[]}
 */
export function formatted(text, mentions = []) {
  return withMentions(partsOf(text), mentions);
}

/** @param {string} text */
function partsOf(text) {
  parser ??= markdownParser();
  const tokens = parser.parse(text, {}).flatMap(token => token.children ?? [token]);
  if (tokens.length > MOST || isPlain(tokens, text)) {
    return plain(text);
  }
  const parts = new Tree(text).of(tokens);
  // A single `-` is no empty list.
  return parts.some(part => wordsOf(part).trim()) ? parts : plain(text);
}

/**
 * A text without its markup.
 * @param {string} text
 */
export function unmarked(text) {
  return formatted(text).map(wordsOf).join('').trim();
}

/**
 * Whether there is no markup, so that the text itself is what is shown.
 * @param {MarkdownToken[]} tokens
 * @param {string} text
 */
function isPlain(tokens, text) {
  return !text.includes('\\') && tokens.every(({ type, meta }) => PLAIN.has(type) || meta === BARE);
}

/** @param {string} text */
function plain(text) {
  return pieces(text).map(piece => /** @type {Part} */ (piece.href
    ? { kind: 'link', href: piece.href, parts: [{ kind: 'text', text: piece.text, parts: [] }] }
    : { kind: 'text', text: piece.text, parts: [] }));
}

/** Makes the parts of tokens, which come as opening, closing and single ones. */
class Tree {
  #lines;
  /** @type {Part[]} The open parts, the innermost last. What is too deep has the one around it again. */
  #open = [{ kind: 'paragraph', parts: [] }];

  /** @param {string} text */
  constructor(text) {
    this.#lines = text.replace(/\r\n?/g, '\n').split('\n');
  }

  /** @param {MarkdownToken[]} tokens */
  of(tokens) {
    tokens.forEach(token => this.#take(token));
    return this.#open[0].parts;
  }

  get #inner() {
    return this.#open[this.#open.length - 1];
  }

  /** @param {MarkdownToken} token */
  #take(token) {
    if (token.nesting > 0) {
      this.#begin(token);
    } else if (token.nesting < 0) {
      this.#end(token);
    } else {
      this.#inner.parts.push(single(token));
    }
  }

  /** @param {MarkdownToken} token */
  #begin(token) {
    const kind = KINDS[token.type.replace('_open', '')];
    if (token.hidden || !kind || isEmptyLink(token) || (this.#open.length > DEEPEST && kind !== 'link')) {
      this.#inner.parts.push(textPart(marks(token, '[')));
      this.#open.push(this.#inner);
    } else {
      /** @type {Part} */
      const part = { kind, parts: [] };
      this.#inner.parts.push(part);
      this.#open.push(part);
      this.#describe(part, token);
    }
  }

  /**
   * @param {Part} part
   * @param {MarkdownToken} token
   */
  #describe(part, token) {
    if (part.kind === 'link') {
      part.href = httpAddress(token.attrGet('href') ?? '') ?? '';
    } else if (part.kind === 'numbers') {
      part.start = Number(token.attrGet('start') ?? 1);
    } else if (part.kind === 'paragraph' && token.level === 0 && token.map) {
      part.parts.push(textPart(/^[ \t]*/.exec(this.#lines[token.map[0]])?.[0] ?? ''));
    }
  }

  /** @param {MarkdownToken} token */
  #end(token) {
    const part = this.#open.pop();
    if (part === this.#inner) {
      part.parts.push(textPart(marks(token, ']()')));
    } else if (part?.kind === 'link') {
      this.#inner.parts.push(textPart(trueAddress(part)));
    }
  }
}

/** @param {MarkdownToken} token */
function isEmptyLink({ type, attrs }) {
  return type === 'link_open' && !attrs?.some(([name, value]) => name === 'href' && value);
}

/**
 * The source of a token that is shown as it was written.
 * @param {MarkdownToken} token
 * @param {string} bracket of a link
 */
function marks({ type, hidden, markup }, bracket) {
  if (hidden) {
    return '';
  }
  return type.startsWith('link') ? bracket : markup;
}

/** @param {MarkdownToken} token */
function single({ type, content, info }) {
  switch (type) {
    case 'code_inline': return textPart(content, 'code');
    case 'fence': {
      const language = info.trim().split(/\s/)[0].toLowerCase();
      return { ...textPart(content.replace(/\n$/, ''), 'block'), language: LANGUAGE.test(language) ? language : '' };
    }
    case 'softbreak':
    case 'hardbreak': return textPart('\n');
    default: return textPart(content);
  }
}

/**
 * @param {string} text
 * @param {Part['kind']} [kind]
 * @returns {Part}
 */
function textPart(text, kind = 'text') {
  return { kind, text, parts: [] };
}

/**
 * The address of a link whose words are another address; empty for the others.
 * @param {Part} link
 */
function trueAddress(link) {
  const shown = pieces(wordsOf(link)).find(({ href }) => href)?.href ?? link.href;
  return shown === link.href ? '' : ` (${link.href})`;
}

/**
 * @param {Part} part
 * @returns {string}
 */
function wordsOf({ text = '', parts }) {
  return text + parts.map(wordsOf).join('');
}
