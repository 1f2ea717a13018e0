import { say } from '../words.js';
import { momentLabel } from './moment.js';

/**
 * An access token, with which a program signs in.
 * @typedef {{id: number, name: string, username: string, createdAt: string, expiresAt: string}} Token
 */

const DAYS = { least: 1, most: 365, usual: 90 };

/**
 * The end of a token's validity, in words.
 * @param {Token} token
 * @param {number} now ms since 1970
 */
export function validity({ expiresAt }, now) {
  return say(Date.parse(expiresAt) > now ? 'token.works' : 'token.expired', { moment: momentLabel(expiresAt) });
}

/**
 * The typed values of a new token in the form that the server takes. Throws an `Error` with the code of a field.
 * @param {{name: string, days: string}} typed
 */
export function wantedToken({ name, days }) {
  if (!name.trim()) {
    throw Object.assign(new Error(say('token.purpose')), { code: 'name.empty' });
  }
  return { name: name.trim(), days: wantedDays(days, DAYS) };
}

/**
 * A typed number of days. Throws an `Error` with a code if it is not a number or out of bounds.
 * @param {string} typed
 * @param {{least: number, most: number, usual: number}} bounds `usual`: the value of an empty text
 */
export function wantedDays(typed, { least, most, usual }) {
  const days = typed.trim() === '' ? usual : Number(typed);
  if (!Number.isInteger(days) || days < least || days > most) {
    throw Object.assign(new Error(say('days.bounds', { least, most })), { code: 'days.out-of-bounds' });
  }
  return days;
}
