import { locale, say } from '../words.js';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The start of the local day. Days last 23 or 25 hours twice a year, so nothing here adds 24 hours.
 * @param {number} at ms since 1970
 */
export function dayOf(at) {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/**
 * `Today`, `Yesterday`, or the date; the year only if it is another.
 * @param {number} at ms since 1970
 * @param {number} now ms since 1970
 */
export function dayLabel(at, now) {
  const days = Math.round((dayOf(now) - dayOf(at)) / DAY);
  switch (days) {
    case 0: return say('day.today');
    case 1: return say('day.yesterday');
    default: return dateLabel(new Date(at), new Date(now));
  }
}

/**
 * The local date, as a field for dates has it, e.g. `2026-03-01`.
 * @param {number} at ms since 1970
 */
export function dateOf(at) {
  const date = new Date(at);
  const digits = (/** @type {number} */ number, /** @type {number} */ count) => String(number).padStart(count, '0');
  return `${digits(date.getFullYear(), 4)}-${digits(date.getMonth() + 1, 2)}-${digits(date.getDate(), 2)}`;
}

/**
 * The start of a local date, in ms since 1970; NaN if it is none.
 * @param {string} value as `dateOf` gives it
 */
export function startOf(value) {
  const [, year, month, day] = /^(\d{4,6})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? [];
  const date = new Date(2000, 0, 1);
  return date.setFullYear(year, month - 1, day);
}

/**
 * @param {Date} date
 * @param {Date} today
 */
function dateLabel(date, today) {
  const year = date.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', year });
}
