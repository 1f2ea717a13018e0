import { userEntry } from '../../model/admin/user-entry.js';
import { say } from '../../words.js';
import { Collection } from '../collection.js';
/** @import { Account } from '../../model/admin/user-entry.js' */
/** @import { Desk } from './admin.js' */

const PAGE = 100;

/**
 * All accounts, and their roles.
 * @param {Desk} desk
 */
export function users({ api, me, ...screen }) {
  return new Collection('#users', screen, {
    load: cursor => api.users(cursor, PAGE),
    pageSize: PAGE,
    empty: say('users.none'),
    entry: (/** @type {Account} */ account) => userEntry(account, me),
    acts: {
      promote: async (account, listing) => {
        await api.changeRole(account.id, 'admin');
        listing.put({ ...account, role: 'admin' });
        return say('users.promoted', { name: account.username });
      },
      demote: async (account, listing) => {
        await api.changeRole(account.id, 'member');
        listing.put({ ...account, role: 'member' });
        return say('users.demoted', { name: account.username });
      },
    },
  });
}
