import { say } from '../../words.js';
import { momentLabel } from '../moment.js';
import { known } from '../entry.js';
/** @import { Entry, Offer } from '../entry.js' */

/** @typedef {{id: number, createdBy: string, createdAt: string, expiresAt: string, usedBy: string | null}} Invitation */

/** How long an invitation may be good, in days. */
export const INVITE_DAYS = { least: 1, most: 30, usual: 7 };

/**
 * @param {Invitation} invitation
 * @param {number} now ms since 1970
 * @returns {Entry}
 */
export function inviteEntry({ id, createdBy, createdAt, expiresAt, usedBy }, now) {
  const good = Date.parse(expiresAt) > now;
  return {
    id,
    title: say('invites.title', { id: String(id) }),
    tag: usedBy ? say('invites.used') : good ? '' : say('invites.expired'),
    facts: known(usedBy ? say('invites.used-by', { name: usedBy }) : say(good ? 'invites.good' : 'invites.was-good', { moment: momentLabel(expiresAt) }),
      say('invites.made-by', { name: createdBy }), momentLabel(createdAt)),
    offers: usedBy ? [] : [good ? revocation(id) : removal(id)],
  };
}

/**
 * @param {number} id
 * @returns {Offer}
 */
function revocation(id) {
  return {
    act: 'revoke', label: say('invites.revoke'),
    question: { title: say('invites.revoke.title', { id: String(id) }), button: say('invites.revoke.button'), text: say('invites.revoke.text') },
  };
}

/**
 * @param {number} id
 * @returns {Offer}
 */
function removal(id) {
  return {
    act: 'revoke', label: say('invites.remove'),
    question: { title: say('invites.remove.title', { id: String(id) }), button: say('invites.remove.button'), text: say('invites.remove.text') },
  };
}
