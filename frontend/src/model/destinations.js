import { LOBBY } from './topics.js';

export const TOPICS_DESTINATION = '/topic/topics';

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
