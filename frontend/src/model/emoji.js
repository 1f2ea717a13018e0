import { inCode } from './markup.js';

/**
 * An emoji of the current Unicode. The data come from a package: see emoji.js beside package.json.
 * @typedef {object} Emoji
 * @property {string} char
 * @property {string} name
 * @property {number} group an index into the names of groups
 * @property {string[]} codes its short codes without colons, the best known first
 * @property {string[]} tags more words to find it by
 * @property {string[]} tones the same in five skin tones, from light to dark; may be empty
 */
/** @typedef {{groups: string[], emoji: [string, string, number, string, string, string?][]}} EmojiData as in emoji.json */

/** A short code before its second colon, at the end of a text. A colon after a letter or a digit begins none: `10:30`. */
const UNFINISHED = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,40})$/iu;
/** A whole one. */
const FINISHED = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,40}):$/iu;

/** Whole ones anywhere; and code and addresses, in which nothing is replaced. */
const IN_TEXT = /(?:^|(?<=\n)) {0,3}(`{3,}|~{3,})[^]*?(?:\n {0,3}\1|$)|https?:\/\/\S+|(?<!`)(`+)(?!`)[^]*?[^`]\2(?!`)|(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,40}):/giu;

const TONES = 5;

/** All emoji, in the order in which they are offered. */
export class EmojiSet {
  /** @type {Emoji[]} */
  #all;
  /** @type {Map<string, Emoji>} */
  #byCode = new Map();
  /** @type {Map<string, Emoji>} */
  #byChar = new Map();
  /** The names of the groups. */
  groups;

  /** @param {EmojiData} data */
  constructor({ groups, emoji }) {
    this.groups = groups;
    this.#all = emoji.map(([char, name, group, codes, tags, tones = '']) =>
      ({ char, name, group, codes: words(codes), tags: words(tags), tones: words(tones) }));
    for (const known of this.#all) {
      known.codes.forEach(code => this.#byCode.set(code, known));
      [known.char, ...known.tones].forEach(char => this.#byChar.set(char, known));
    }
  }

  /** @param {number} group */
  of(group) {
    return this.#all.filter(emoji => emoji.group === group);
  }

  /**
   * @param {string} char also one with a skin tone
   * @returns {Emoji | undefined}
   */
  get(char) {
    return this.#byChar.get(char);
  }

  /**
   * @param {string} code a short code without colons
   * @returns {Emoji | undefined}
   */
  byCode(code) {
    return this.#byCode.get(code.toLowerCase());
  }

  /**
   * A text with emoji in place of their short codes, except in code and addresses.
   * @param {string} text
   */
  inText(text) {
    return text.replace(IN_TEXT, (whole, _fence, _ticks, code) => (code && this.byCode(code)?.char) ?? whole);
  }

  /**
   * The emoji that have each of the words in a code, their name or a tag; the best first.
   * @param {string} wanted
   * @param {number} limit
   */
  search(wanted, limit) {
    const parts = words(wanted.toLowerCase());
    if (parts.length === 0) {
      return [];
    }
    return this.#all.map(emoji => ({ emoji, rank: Math.max(...parts.map(part => rankOf(emoji, part))) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ emoji }) => emoji);
  }
}

/**
 * @param {Emoji} emoji
 * @param {number} tone 0 without, 1 to 5 from light to dark
 */
export function inTone({ char, tones }, tone) {
  return tone > 0 && tone <= TONES ? tones[tone - 1] ?? char : char;
}

/**
 * The short code that is being written at the end of a text, without its colon; empty if there is none.
 * @param {string} before the text before the caret
 */
export function unfinishedCode(before) {
  return inCode(before) ? '' : UNFINISHED.exec(before)?.[1] ?? '';
}

/**
 * The short code that was just finished at the end of a text, without its colons; empty if there is none.
 * @param {string} before the text before the caret
 */
export function finishedCode(before) {
  return inCode(before) ? '' : FINISHED.exec(before)?.[1] ?? '';
}

/**
 * The first short code in a text; empty if it has none.
 * @param {string} text
 */
export function anyCode(text) {
  return [...text.matchAll(IN_TEXT)].find(([, , , code]) => code)?.[3] ?? '';
}

/**
 * The lower the better.
 * @param {Emoji} emoji
 * @param {string} part
 */
function rankOf({ codes, name, tags }, part) {
  if (codes.includes(part)) {
    return 0;
  }
  if (codes.some(code => code.startsWith(part))) {
    return 1;
  }
  if ([...words(name), ...tags].some(word => word.startsWith(part))) {
    return 2;
  }
  return codes.some(code => code.includes(part)) || name.includes(part) ? 3 : Infinity;
}

/** @param {string} text */
function words(text) {
  return text.split(' ').filter(Boolean);
}
