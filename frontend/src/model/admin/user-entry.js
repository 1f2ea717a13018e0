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
    tag: role === 'admin' ? 'Admin' : '',
    facts: known(oneself && 'This is you', createdAt && `Since ${momentLabel(createdAt)}`),
    offers: [role === 'admin' ? demotion(username, oneself) : promotion(username)],
  };
}

/**
 * @param {string} name
 * @returns {Offer}
 */
function promotion(name) {
  return {
    act: 'promote', label: 'Make an admin',
    question: {
      title: `Make ${name} an admin?`, button: 'Make an admin',
      text: 'Admins see this page, read and moderate every topic, and can make other users admins.',
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
    act: 'demote', label: 'Make a member',
    question: oneself ? {
      title: 'Stop being an admin?', button: 'Make me a member',
      text: 'This page closes for you at once, and only another admin can let you in again.',
    } : {
      title: `Make ${name} a member?`, button: 'Make a member',
      text: 'They lose the rights of an admin at once.',
    },
  };
}
