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
    title: `Invitation ${id}`,
    tag: usedBy ? 'Used' : good ? '' : 'Expired',
    facts: known(usedBy ? `Used by ${usedBy}` : `${good ? 'Good until' : 'Was good until'} ${momentLabel(expiresAt)}`,
      `Made by ${createdBy}`, momentLabel(createdAt)),
    offers: usedBy ? [] : [good ? revocation(id) : removal(id)],
  };
}

/**
 * @param {number} id
 * @returns {Offer}
 */
function revocation(id) {
  return {
    act: 'revoke', label: 'Revoke',
    question: { title: `Revoke invitation ${id}?`, button: 'Revoke invitation', text: 'Its link no longer works.' },
  };
}

/**
 * @param {number} id
 * @returns {Offer}
 */
function removal(id) {
  return {
    act: 'revoke', label: 'Remove',
    question: { title: `Remove invitation ${id}?`, button: 'Remove invitation', text: 'It has expired already. It only disappears from this list.' },
  };
}
