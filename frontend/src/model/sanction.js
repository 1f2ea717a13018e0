import { duration, say } from '../words.js';

/** @typedef {'mutes' | 'bans'} SanctionKind as the API names it */

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long a mute or a ban may last. */
const DURATIONS = [
  { minutes: '10', label: duration(10, 'minute') },
  { minutes: String(HOUR), label: duration(1, 'hour') },
  { minutes: String(DAY), label: duration(1, 'day') },
  { minutes: String(7 * DAY), label: duration(1, 'week') },
];

/**
 * The words of the dialog that mutes or bans a person in a topic.
 * @param {SanctionKind} kind
 * @param {string} name of the person
 * @param {string} topic its title
 */
export function sanctionWords(kind, name, topic) {
  return kind === 'mutes'
    ? { title: say('sanction.mute.title', { name }), text: say('sanction.mute.text', { name, topic }), button: say('sanction.mute.button'), durations: DURATIONS }
    : {
        title: say('sanction.ban.title', { name }), text: say('sanction.ban.text', { name, topic }), button: say('sanction.ban.button'),
        durations: [...DURATIONS, { minutes: '', label: say('sanction.endless') }],
      };
}

/**
 * The body of the request.
 * @param {string} username
 * @param {Record<string, string>} values of the dialog
 */
export function sanctionOf(username, { minutes, reason }) {
  return { username, ...(minutes && { minutes: Number(minutes) }), ...(reason.trim() && { reason: reason.trim() }) };
}
