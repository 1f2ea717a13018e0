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
    facts: known(owner && `Of ${owner}`, createdAt && `Made ${momentLabel(createdAt)}`, validity(token, now)),
    offers: [{
      act: 'revoke', label: 'Revoke',
      question: {
        title: `Revoke “${name}”?`, button: 'Revoke token',
        text: 'The programs that use it are disconnected at once, and cannot sign in with it again.',
      },
    }],
  };
}
