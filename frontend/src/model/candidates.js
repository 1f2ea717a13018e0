const HERE = 'here';

/**
 * The people who may be meant by the start of a name: those in the topic first, then those who wrote there, then others.
 * @param {string} wanted what is written behind the sign
 * @param {string[][]} groups names, each group in its order; the same name may be in several
 * @param {string} me who is not offered
 * @param {number} limit
 * @returns {string[]}
 */
export function candidates(wanted, groups, me, limit) {
  const start = folded(wanted);
  const names = [...new Set(groups.flat())].filter(name => name !== me);
  const ranked = names.map(name => ({ name, rank: rank(folded(name), start) })).filter(({ rank }) => rank < Infinity);
  // The sort keeps the order of equals.
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ name }) => name);
}

/**
 * Whether `@here` may be meant.
 * @param {string} wanted
 */
export function mayBeHere(wanted) {
  return HERE.startsWith(wanted.toLowerCase());
}

/**
 * A name that begins with it is better than one with a word that does.
 * @param {string} name
 * @param {string} start
 */
function rank(name, start) {
  if (name.startsWith(start)) {
    return 0;
  }
  return name.split(/[\s._-]+/u).some(word => word.startsWith(start)) ? 1 : Infinity;
}

/** @param {string} text */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
