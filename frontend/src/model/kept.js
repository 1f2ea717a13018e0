/** @import { Message } from './message.js' */
/** @import { Topic } from './topics.js' */

/**
 * The newest messages of a topic, as this browser keeps them.
 * @typedef {object} KeptTopic
 * @property {string} name
 * @property {Message[]} messages oldest first, as they are now
 * @property {number} head the number of the newest event that they show
 * @property {string} epoch of the server's store
 * @property {number} at ms since 1970, when it was like this
 */
/**
 * The user of this browser and the topics that the user may read.
 * @typedef {object} KeptUser
 * @property {string} name
 * @property {'member' | 'admin'} role
 * @property {Topic[]} topics
 * @property {Topic[]} conversations
 */
/** @typedef {{user: KeptUser, rooms: Map<string, KeptTopic>}} Kept */

/** The most messages of a topic. */
export const MOST_MESSAGES = 200;

/** The most characters of the messages of a topic, as JSON. */
const MOST_CHARACTERS = 256 * 1024;

/** The most topics. */
const MOST_TOPICS = 50;

/**
 * What is kept of a topic.
 * @param {KeptTopic} topic with all messages that are here
 * @returns {KeptTopic}
 */
export function bounded(topic) {
  let room = MOST_CHARACTERS;
  const messages = [];
  for (const message of topic.messages.slice(-MOST_MESSAGES).reverse()) {
    room -= JSON.stringify(message).length;
    if (room < 0) {
      break;
    }
    messages.unshift(message);
  }
  return { ...topic, messages };
}

/**
 * The topics that make room for others: those that were kept first.
 * @param {{name: string, at: number}[]} topics all that are kept
 */
export function surplus(topics) {
  return [...topics].sort((a, b) => b.at - a.at).slice(MOST_TOPICS).map(({ name }) => name);
}
