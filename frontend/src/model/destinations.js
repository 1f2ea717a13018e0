import { LOBBY } from './topics.js';

/** The news of topics: of new ones for everybody, and of those that concern this user. */
export const NEWS_DESTINATIONS = ['/topic/topics', '/user/queue/topics'];

/** The notices of messages for this user. */
export const NOTICES = '/user/queue/notices';

/** The news of people's pictures. */
export const AVATARS = '/topic/avatars';

/** The news of the server's name and icon. */
export const SERVER = '/topic/server';

/** The news of the people whom the user has blocked. */
export const BLOCKS = '/user/queue/blocks';

/** The unsent texts of the user's account. */
export const DRAFTS = '/user/queue/drafts';

/** @param {string} topic */
export function sendTo(topic) {
  return `/app/${channelOf(topic)}`;
}

/** @param {string} topic */
export function editIn(topic) {
  return topic === LOBBY ? '/app/edit' : `/app/edit.${topic}`;
}

/**
 * Where to react to a message.
 * @param {string} topic
 */
export function reactIn(topic) {
  return topic === LOBBY ? '/app/react' : `/app/react.${topic}`;
}

/** @param {string} topic */
export function hearFrom(topic) {
  return `/topic/${channelOf(topic)}`;
}

/** The counts of what is new. */
export const UNREAD = '/user/queue/unread';

/**
 * Where to tell how far one has read.
 * @param {string} topic
 */
export function readIn(topic) {
  return `/app/${channelOf(topic, 'read')}`;
}

/** @param {string} topic */
export function preferencesIn(topic) {
  return `/app/${channelOf(topic, 'preferences')}`;
}

/** Tells the server whether the user is away. */
export const AWAY = '/app/presence';

/** @param {string} topic */
export function presenceFrom(topic) {
  return `/topic/${channelOf(topic, 'presence')}`;
}

/** @param {string} topic */
export function typingFrom(topic) {
  return `/topic/${channelOf(topic, 'typing')}`;
}

/** @param {string} topic */
export function typingIn(topic) {
  return `/app/${channelOf(topic, 'typing')}`;
}

/**
 * @param {string} topic
 * @param {string} [kind]
 */
function channelOf(topic, kind = 'chat') {
  return topic === LOBBY ? kind : `${kind}.${topic}`;
}
