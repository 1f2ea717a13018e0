import { known } from '../entry.js';
import { momentLabel } from '../moment.js';
import { say } from '../../words.js';
/** @import { Entry } from '../entry.js' */

/**
 * A reported message. It does not say where the message is.
 * @typedef {{id: number, sender: string, text: string, sentAt: string, reporter: string, reason: string, reportedAt: string}} Report
 */

/**
 * @param {Report} report
 * @returns {Entry}
 */
export function reportEntry({ id, sender, text, sentAt, reporter, reason, reportedAt }) {
  return {
    id,
    title: say('reports.message', { name: sender, time: momentLabel(sentAt) }),
    tag: '',
    facts: known(text, say('reports.by', { name: reporter, time: momentLabel(reportedAt) }), reason && `“${reason}”`),
    offers: [{ act: 'dismiss', label: say('reports.dismiss'),
      question: { title: say('reports.dismiss.title'), text: say('reports.dismiss.text'), button: say('reports.dismiss') } }],
  };
}
