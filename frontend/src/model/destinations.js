import { LOBBY } from './topics.js';

/** The news of topics: of new ones for everybody, and of those that concern this user. */
export const NEWS_DESTINATIONS = ['/topic/topics', '/user/queue/topics'];

/** @param {string} topic */
export function sendTo(topic) {
  return `/app/${channelOf(topic)}`;
}

/** @param {string} topic */
export function hearFrom(topic) {
  return `/topic/${channelOf(topic)}`;
}

/** @param {string} topic */
function channelOf(topic) {
  return topic === LOBBY ? 'chat' : `chat.${topic}`;
}
