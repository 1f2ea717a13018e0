import { listed, say } from '../words.js';
/** @import { Message } from './message.js' */

/**
 * An emoji below a message.
 * @typedef {object} Reaction
 * @property {string} emoji
 * @property {number} count
 * @property {boolean} mine
 * @property {string} names for example `ada, grace and 3 others`
 */

/** The most names to read at a time. */
const NAMED = 20;

/**
 * A message after an event `reacted`. The same event may come again, and an earlier one after a message that has it
 * already, as long as the later ones follow.
 * @param {Message} message
 * @param {Message} event
 * @returns {Message}
 */
export function react(message, { added = {}, removed = {}, counts = {} }) {
  if (message.deleted) {
    return message;
  }
  const reactions = { ...message.reactions };
  const reactionCounts = { ...message.reactionCounts };
  for (const emoji of new Set([...Object.keys(added), ...Object.keys(removed)])) {
    const names = without([...reactions[emoji] ?? [], ...without(added[emoji] ?? [], reactions[emoji] ?? [])], removed[emoji] ?? []);
    reactions[emoji] = names;
    reactionCounts[emoji] = counts[emoji] ?? names.length;
    if (reactionCounts[emoji] === 0) {
      delete reactions[emoji];
      delete reactionCounts[emoji];
    }
  }
  return { ...message, reactions, reactionCounts };
}

/**
 * One event in place of two about the same message.
 * @param {Message} event
 * @param {Message} later
 * @returns {Message}
 */
export function joined(event, later) {
  const added = { ...event.added };
  const removed = { ...event.removed };
  move(later.added, removed, added);
  move(later.removed, added, removed);
  return { ...later, added, removed, counts: { ...event.counts, ...later.counts } };
}

/**
 * The emoji below a message, in the order in which they came.
 * @param {Message} message
 * @param {string} me
 * @returns {Reaction[]}
 */
export function reactionsOf({ reactions = {}, reactionCounts = {} }, me) {
  return Object.entries(reactions).map(([emoji, names]) => {
    const count = Math.max(reactionCounts[emoji] ?? 0, names.length);
    return { emoji, count, mine: names.includes(me), names: namesOf(names, count) };
  });
}

/**
 * @param {string[]} names
 * @param {number} count of all, also those who are not named
 */
function namesOf(names, count) {
  const named = names.slice(0, NAMED);
  const others = count - named.length;
  return listed(others > 0 ? [...named, say('reactions.others', { count: others })] : named);
}

/**
 * @param {Record<string, string[]>} changes
 * @param {Record<string, string[]>} from
 * @param {Record<string, string[]>} to
 */
function move(changes = {}, from, to) {
  for (const [emoji, names] of Object.entries(changes)) {
    from[emoji] = without(from[emoji] ?? [], names);
    to[emoji] = [...without(to[emoji] ?? [], names), ...names];
  }
}

/**
 * Two guests may have had the same name, so as many go as are listed.
 * @param {string[]} names
 * @param {string[]} others
 */
function without(names, others) {
  const gone = [...others];
  return names.filter(name => {
    const at = gone.indexOf(name);
    return at < 0 || !gone.splice(at, 1);
  });
}
