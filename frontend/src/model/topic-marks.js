/** @import { Topic } from './topics.js' */

/**
 * What is special about a topic: its sign, and the words for it.
 * @typedef {{sign: 'private' | 'members' | 'announcements', words: string}} Mark
 */

/** @type {Record<string, Mark>} */
const ACCESS = {
  private: { sign: 'private', words: 'Private' },
  members: { sign: 'members', words: 'Members only' },
};

/**
 * @param {Topic} topic
 * @returns {Mark[]} none if everybody reads it and posts to it
 */
export function marksOf({ access = 'open', announcements = false }) {
  const seen = Object.hasOwn(ACCESS, access) ? [ACCESS[access]] : [];
  return announcements ? [...seen, { sign: 'announcements', words: 'Announcements' }] : seen;
}

/**
 * Whether oneself can leave it, and be without it then.
 * @param {Topic} topic
 */
export function canLeave({ access, member = false }) {
  return member && access === 'private';
}

/**
 * What is asked before one does.
 * @param {Topic} topic
 */
export function leavingQuestion({ title, mayModerate }) {
  return {
    title: `Leave ${title}?`,
    text: `You can no longer read it, until somebody invites you again.${mayModerate ? ' You no longer moderate it either.' : ''}`,
    button: 'Leave topic',
  };
}
