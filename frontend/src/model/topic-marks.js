/** @import { Topic } from './topics.js' */

/**
 * A mark of a topic that differs from an open one: its sign, and the words for it.
 * @typedef {{sign: 'private' | 'members' | 'announcements', words: string}} Mark
 */

/** @type {Record<string, Mark>} */
const ACCESS = {
  private: { sign: 'private', words: 'Private' },
  members: { sign: 'members', words: 'Members only' },
};

/**
 * @param {Topic} topic
 * @returns {Mark[]} empty if everybody reads the topic and posts to it
 */
export function marksOf({ access = 'open', announcements = false }) {
  const seen = Object.hasOwn(ACCESS, access) ? [ACCESS[access]] : [];
  return announcements ? [...seen, { sign: 'announcements', words: 'Announcements' }] : seen;
}

/**
 * True if the user can leave the topic, and no longer sees it then.
 * @param {Topic} topic
 */
export function canLeave({ access, member = false }) {
  return member && access === 'private';
}

/**
 * The question before it is done.
 * @param {Topic} topic
 */
export function leavingQuestion({ title, mayModerate }) {
  return {
    title: `Leave ${title}?`,
    text: `You can no longer read it, until somebody invites you again.${mayModerate ? ' You no longer moderate it either.' : ''}`,
    button: 'Leave topic',
  };
}
