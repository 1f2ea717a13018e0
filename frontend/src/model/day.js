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
 * @param {Date} date
 * @param {Date} today
 */
function dateLabel(date, today) {
  const year = date.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', year });
}
