/** @import { Person } from './people.js' */
/** @import { Topic } from './topics.js' */

/** @typedef {{topic?: Topic, person?: Person}} Goal one of them */

const MOST = 50;

/**
 * The topics that a query means, the best match first: those that start with it, then those with a word that does, then
 * those that contain it, then those with its letters in this order. Without a query, the latest visited come first.
 * @param {Topic[]} topics
 * @param {string} query
 * @param {string[]} visited names of topics, the latest first
 */
export function matching(topics, query, visited) {
  return /** @type {Topic[]} */ (goals(topics, [], query, visited).map(({ topic }) => topic));
}

/**
 * The same for topics and people. Of equal matches, topics come first.
 * @param {Topic[]} topics
 * @param {Person[]} people
 * @param {string} query
 * @param {string[]} visited names of topics, the latest first
 * @returns {Goal[]}
 */
export function goals(topics, people, query, visited) {
  const wanted = folded(query.trim());
  const found = [
    ...topics.map((topic, index) => ({ topic, rank: rank([topic.title, topic.name], wanted), index: order(topic, index, visited) })),
    ...people.map((person, index) => ({ person, rank: rank([person.name], wanted), index: visited.length + topics.length + index })),
  ];
  return found.filter(({ rank }) => rank < Infinity).sort((a, b) => a.rank - b.rank || a.index - b.index).slice(0, MOST);
}

/**
 * @param {Topic} topic
 * @param {number} index
 * @param {string[]} visited
 */
function order({ name }, index, visited) {
  const place = visited.indexOf(name);
  return place < 0 ? visited.length + index : place;
}

/**
 * @param {string[]} names
 * @param {string} wanted
 */
function rank(names, wanted) {
  return wanted === '' ? 0 : Math.min(...names.map(name => rankOf(folded(name), wanted)));
}

/**
 * @param {string} text
 * @param {string} wanted
 */
function rankOf(text, wanted) {
  const at = text.indexOf(wanted);
  if (at >= 0) {
    return at === 0 ? 0 : /[\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1;
  }
  return inOrder(text, wanted) ? 3 : Infinity;
}

/**
 * @param {string} text
 * @param {string} wanted
 */
function inOrder(text, wanted) {
  let from = 0;
  return [...wanted].every(letter => {
    from = text.indexOf(letter, from) + 1;
    return from > 0;
  });
}

/** @param {string} text */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
