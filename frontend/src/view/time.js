import { element } from './element.js';

const short = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

/**
 * The time of day; the date on hovering.
 * @param {number} at ms since 1970
 */
export function timeElement(at) {
  const date = new Date(at);
  return element('time', { datetime: date.toISOString(), title: full.format(date) }, short.format(date));
}
