import { LOBBY } from './topics.js';

/**
 * The topic that an address names, e.g. `#/ops`; by default the lobby.
 * @param {string} hash
 */
export function topicIn(hash) {
  const name = decoded(hash.replace(/^#\/?/, ''));
  return name || LOBBY;
}

/** @param {string} topic */
export function hashOf(topic) {
  return `#/${encodeURIComponent(topic)}`;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
