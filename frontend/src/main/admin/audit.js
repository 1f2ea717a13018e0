import { auditEntry } from '../../model/admin/audit-entry.js';
import { say } from '../../words.js';
import { Collection } from '../collection.js';
/** @import { Act } from '../../model/admin/audit-entry.js' */
/** @import { Desk } from './admin.js' */

const PAGE = 100;

/**
 * The audit log, the newest act first.
 * @param {Desk} desk
 */
export function audit({ api, ...screen }) {
  return new Collection('#audit', screen, {
    load: cursor => api.audit(cursor, PAGE),
    pageSize: PAGE,
    empty: say('audit.none'),
    entry: (/** @type {Act} */ act) => auditEntry(act),
    acts: {},
  });
}
