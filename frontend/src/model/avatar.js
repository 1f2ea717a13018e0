const graphemes = new Intl.Segmenter();

/**
 * One or two letters for a name: the first of its first and second word.
 * @param {string} name
 */
export function initials(name) {
  const words = name.split(/[\s\-_.]+/u).filter(Boolean);
  return (words.length ? words.slice(0, 2) : [name]).map(firstLetter).join('').toUpperCase();
}

/** Hues that readers can tell apart. Between 70 and 135 all look like olive. */
const HUES = [15, 42, 66, 140, 165, 195, 225, 255, 285, 308, 332, 355];

/**
 * A hue in degrees, the same for a name everywhere. The theme adds lightness and strength, so that it can be read.
 * @param {string} name
 */
export function hueOf(name) {
  // FNV-1a with a final mix, so that names that differ in one letter differ in colour.
  let hash = 0x811c9dc5;
  for (const char of name) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return HUES[((hash ^ (hash >>> 13)) >>> 0) % HUES.length];
}

/** @param {string} word */
function firstLetter(word) {
  for (const { segment } of graphemes.segment(word)) {
    return segment;
  }
  return '';
}
