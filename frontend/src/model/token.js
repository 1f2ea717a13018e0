import { momentLabel } from './moment.js';

/**
 * What a program signs in with.
 * @typedef {{id: number, name: string, username: string, createdAt: string, expiresAt: string}} Token
 */

const DAYS = { least: 1, most: 365, usual: 90 };

/**
 * How long a token works.
 * @param {Token} token
 * @param {number} now ms since 1970
 */
export function validity({ expiresAt }, now) {
  return `${Date.parse(expiresAt) > now ? 'Works until' : 'Expired on'} ${momentLabel(expiresAt)}`;
}

/**
 * What is typed for a new token, as the server takes it; throws an `Error` with the code of a field.
 * @param {{name: string, days: string}} typed
 */
export function wantedToken({ name, days }) {
  if (!name.trim()) {
    throw Object.assign(new Error('Please say what it is for.'), { code: 'name.empty' });
  }
  return { name: name.trim(), days: wantedDays(days, DAYS) };
}

/**
 * A number of days that was typed; throws an `Error` with a code if it is none, or out of bounds.
 * @param {string} typed
 * @param {{least: number, most: number, usual: number}} bounds `usual`: what an empty text stands for
 */
export function wantedDays(typed, { least, most, usual }) {
  const days = typed.trim() === '' ? usual : Number(typed);
  if (!Number.isInteger(days) || days < least || days > most) {
    throw Object.assign(new Error(`That can be ${least} to ${most} days.`), { code: 'days.out-of-bounds' });
  }
  return days;
}
