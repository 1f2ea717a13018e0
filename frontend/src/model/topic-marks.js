import { listed, say } from '../words.js';
/** @import { Topic } from './topics.js' */

/**
 * A mark of a topic that differs from an open one: its sign, and the words for it.
 * @typedef {{sign: 'private' | 'members' | 'announcements', words: string}} Mark
 */

/** @type {Record<string, Mark>} */
const ACCESS = {
  private: { sign: 'private', words: say('marks.private') },
  members: { sign: 'members', words: say('marks.members') },
};

/**
 * @param {Topic} topic
 * @returns {Mark[]} empty if everybody reads the topic and posts to it
 */
export function marksOf({ access = 'open', announcements = false }) {
  const seen = Object.hasOwn(ACCESS, access) ? [ACCESS[access]] : [];
  return announcements ? [...seen, { sign: 'announcements', words: say('marks.announcements') }] : seen;
}

/**
 * True if the user can leave the topic, and no longer sees it then.
 * @param {Topic} topic
 */
export function canLeave({ access, member = false }) {
  return member && (access === 'private' || access === 'direct');
}

/**
 * What the button for that says.
 * @param {Topic} topic
 */
export function leaveLabel({ access }) {
  return access === 'direct' ? say('conversation.leave.button') : say('leaving.button');
}

/**
 * Why the user may not post; empty if the user may.
 * @param {Topic} topic
 * @param {string} [blocked] the person in a conversation of two whom the user has blocked
 */
export function readOnlyReason({ access, mayPost }, blocked = '') {
  if (mayPost !== false) {
    return blocked && say('read-only.blocked', { name: blocked });
  }
  return say(access === 'direct' ? 'read-only.alone' : 'read-only.announcements');
}

/**
 * The people who have left a conversation, in words; otherwise the description of the topic.
 * @param {Topic} topic
 */
export function descriptionOf({ access, description = '', people = [] }) {
  const left = people.filter(person => person.left).map(({ name }) => name);
  return access === 'direct' && left.length ? say('conversation.left', { names: listed(left) }) : description;
}

/**
 * The question before it is done.
 * @param {Topic} topic
 */
export function leavingQuestion({ access, title, mayModerate }) {
  if (access === 'direct') {
    return {
      title: say('conversation.leave.title'),
      text: say('conversation.leave.text'),
      button: say('conversation.leave.button'),
    };
  }
  return {
    title: say('leaving.title', { topic: title }),
    text: say('leaving.text', { moderator: String(Boolean(mayModerate)) }),
    button: say('leaving.button'),
  };
}
