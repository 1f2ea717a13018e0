import { locale } from '../words.js';

/**
 * A moment as people write it, e.g. `3 Mar 2026, 12:00`; empty if there is no moment.
 * @param {string | undefined} instant ISO 8601
 */
export function momentLabel(instant) {
  return instant ? new Date(instant).toLocaleString(locale, {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit',
  }) : '';
}

/** In English, and in the form that the message files of other languages use. */
const UTC = /(\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d),? (\d\d:\d\d) UTC/g;

/**
 * A sentence of the server, with its times as the reader's clock shows them.
 * @param {string} sentence
 */
export function inLocalTime(sentence) {
  return sentence.replace(UTC, (said, date, time) => {
    const at = new Date(`${date} ${time} UTC`);
    return Number.isNaN(at.getTime()) ? said : momentLabel(at.toISOString());
  });
}
