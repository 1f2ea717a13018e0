/** @import { Topic } from './topics.js' */
/** @import { Unread } from './unread.js' */

/** @typedef {'name' | 'unread'} TopicOrder */

/**
 * The topics as the side bar lists them: favourites on top, then, if that is wanted, those with something new. Otherwise
 * they stay in their order.
 * @param {Topic[]} topics
 * @param {Unread} unread
 * @param {TopicOrder} order
 */
export function arranged(topics, unread, order) {
  /** @param {Topic} topic */
  const rank = ({ name }) => (unread.of(name).favourite ? 0 : 2) + (order === 'unread' && isNew(unread, name) ? 0 : 1);
  return topics.map((topic, index) => ({ topic, index, rank: rank(topic) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ topic }) => topic);
}

/**
 * @param {Unread} unread
 * @param {string} name
 */
function isNew(unread, name) {
  return unread.news(name) + unread.mentions(name) > 0;
}

/**
 * @param {unknown} kept
 * @returns {TopicOrder}
 */
export function orderOf(kept) {
  return kept === 'unread' ? 'unread' : 'name';
}
