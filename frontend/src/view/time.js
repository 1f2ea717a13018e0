import { locale, say } from '../words.js';
import { element } from './element.js';

/** The user's region says whether the clock has 12 or 24 hours. */
const region = navigator.languages.find(tag => tag.split('-')[0] === locale.split('-')[0]) ?? locale;
const short = new Intl.DateTimeFormat(region, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });

/**
 * The time of day; the date on hovering.
 * @param {number} at ms since 1970
 */
export function timeElement(at) {
  const date = new Date(at);
  return element('time', { datetime: date.toISOString(), title: full.format(date) }, short.format(date));
}

/**
 * The word that a message was edited; the time on hovering.
 * @param {number} at ms since 1970
 */
export function editedElement(at) {
  const made = timeElement(at);
  made.title = say('edited.at', { moment: made.title });
  made.textContent = say('edited');
  return made;
}

/**
 * The time of day without a.m. or p.m., where there is little room.
 * @param {number} at ms since 1970
 */
export function narrowTimeElement(at) {
  const made = timeElement(at);
  made.textContent = digits(new Date(at));
  return made;
}

/** @param {Date} date */
function digits(date) {
  const parts = short.formatToParts(date);
  const types = parts.map(({ type }) => type);
  const ends = [types.indexOf('hour'), types.indexOf('minute')];
  return parts.slice(Math.min(...ends), Math.max(...ends) + 1).map(({ value }) => value).join('');
}
