import { reportEntry } from '../../model/admin/report-entry.js';
import { say } from '../../words.js';
import { Collection } from '../collection.js';
/** @import { Report } from '../../model/admin/report-entry.js' */
/** @import { Desk } from './admin.js' */

const PAGE = 100;

/**
 * The reported messages, the newest report first.
 * @param {Desk} desk
 */
export function reports({ api, ...screen }) {
  return new Collection('#reports', screen, {
    load: cursor => api.reports(cursor, PAGE),
    pageSize: PAGE,
    empty: say('reports.none'),
    entry: (/** @type {Report} */ report) => reportEntry(report),
    acts: {
      dismiss: async ({ id }, listing) => {
        await api.dismissReport(id);
        listing.remove(id);
        return say('reports.dismissed');
      },
    },
  });
}
