import { LOBBY } from './topics.js';

const PLACE = /^#?\/?(.*?)(?:\/([1-9]\d{0,14}))?$/s;

/**
 * The topic that an address names, e.g. `#/ops`; by default the lobby.
 * @param {string} hash
 */
export function topicIn(hash) {
  const [, name = ''] = PLACE.exec(hash) ?? [];
  return decoded(name) || LOBBY;
}

/**
 * The number of the message that an address names, e.g. `#/ops/17`; 0 if it names none.
 * @param {string} hash
 */
export function messageIn(hash) {
  const [, , seq] = PLACE.exec(hash) ?? [];
  return Number(seq ?? 0);
}

/**
 * @param {string} topic
 * @param {number} [seq] of a message
 */
export function hashOf(topic, seq = 0) {
  return `#/${encodeURIComponent(topic)}${seq ? `/${seq}` : ''}`;
}

/**
 * Whether an address is a place in this page, which it reaches without being loaded again.
 * @param {string} href
 * @param {string} base the page's own address
 */
export function isHere(href, base) {
  const there = new URL(href, base);
  const { origin, pathname } = new URL(base);
  return there.origin === origin && there.pathname === pathname && !there.search && there.hash.startsWith('#/');
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
