import { tokenEntry } from '../../model/token-entry.js';
import { say } from '../../words.js';
import { Collection } from '../collection.js';
/** @import { Token } from '../../model/token.js' */
/** @import { Desk } from './admin.js' */

/**
 * Everybody's access tokens.
 * @param {Desk} desk
 */
export function tokens({ api, ...screen }) {
  return new Collection('#tokens', screen, {
    load: () => api.tokens(),
    empty: say('tokens.none'),
    entry: (/** @type {Token} */ token) => tokenEntry(token, Date.now(), token.username),
    acts: {
      revoke: async ({ id, name, username }, listing) => {
        await api.revokeToken(id);
        listing.remove(id);
        return say('tokens.revoked', { name, username });
      },
    },
  });
}
