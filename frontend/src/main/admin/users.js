import { userEntry } from '../../model/admin/user-entry.js';
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
    empty: 'Nobody has an account.',
    entry: (/** @type {Account} */ account) => userEntry(account, me),
    acts: {
      promote: async (account, listing) => {
        await api.changeRole(account.id, 'admin');
        listing.put({ ...account, role: 'admin' });
        return `${account.username} is an admin now.`;
      },
      demote: async (account, listing) => {
        await api.changeRole(account.id, 'member');
        listing.put({ ...account, role: 'member' });
        return `${account.username} is a member now.`;
      },
    },
  });
}
