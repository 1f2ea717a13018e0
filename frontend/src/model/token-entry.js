import { say } from '../words.js';
import { momentLabel } from './moment.js';
import { validity } from './token.js';
import { known } from './entry.js';
/** @import { Token } from './token.js' */
/** @import { Entry } from './entry.js' */

/**
 * @param {Token} token
 * @param {number} now ms since 1970
 * @param {string} [owner] absent: the user
 * @returns {Entry}
 */
export function tokenEntry(token, now, owner) {
  const { id, name, createdAt } = token;
  return {
    id,
    title: name,
    tag: '',
    facts: known(owner && say('token.owner', { owner }), createdAt && say('token.made', { moment: momentLabel(createdAt) }), validity(token, now)),
    offers: [{
      act: 'revoke', label: say('token.revoke'),
      question: {
        title: say('token.revoke.title', { name }), button: say('token.revoke.button'),
        text: say('token.revoke.text'),
      },
    }],
  };
}
