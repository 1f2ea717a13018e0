import { say } from '../../words.js';
import { momentLabel } from '../moment.js';
import { known } from '../entry.js';
/** @import { Entry, Offer } from '../entry.js' */

/** @typedef {{id: number, username: string, role: 'member' | 'admin', createdAt: string}} Account */

/**
 * @param {Account} account
 * @param {string} me one's own name
 * @returns {Entry}
 */
export function userEntry({ id, username, role, createdAt }, me) {
  const oneself = username === me;
  return {
    id,
    title: username,
    tag: role === 'admin' ? say('users.admin') : '',
    facts: known(oneself && say('users.you'), createdAt && say('users.since', { moment: momentLabel(createdAt) })),
    offers: [role === 'admin' ? demotion(username, oneself) : promotion(username)],
  };
}

/**
 * @param {string} name
 * @returns {Offer}
 */
function promotion(name) {
  return {
    act: 'promote', label: say('users.promote'),
    question: {
      title: say('users.promote.title', { name }), button: say('users.promote'),
      text: say('users.promote.text'),
    },
  };
}

/**
 * @param {string} name
 * @param {boolean} oneself
 * @returns {Offer}
 */
function demotion(name, oneself) {
  return {
    act: 'demote', label: say('users.demote'),
    question: oneself ? {
      title: say('users.resign.title'), button: say('users.resign'),
      text: say('users.resign.text'),
    } : {
      title: say('users.demote.title', { name }), button: say('users.demote'),
      text: say('users.demote.text'),
    },
  };
}
