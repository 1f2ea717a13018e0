/** @typedef {'mutes' | 'bans'} SanctionKind as the API names it */

const HOUR = 60;
const DAY = 24 * HOUR;

/** How long a mute or a ban may last. */
const DURATIONS = [
  { minutes: '10', label: '10 minutes' },
  { minutes: String(HOUR), label: '1 hour' },
  { minutes: String(DAY), label: '1 day' },
  { minutes: String(7 * DAY), label: '1 week' },
];

/**
 * The words of the dialog that mutes or bans a person in a topic.
 * @param {SanctionKind} kind
 * @param {string} name of the person
 * @param {string} topic its title
 */
export function sanctionWords(kind, name, topic) {
  return kind === 'mutes'
    ? { title: `Mute ${name}?`, text: `${name} can read ${topic} but not write there.`, button: 'Mute', durations: DURATIONS }
    : {
        title: `Ban ${name}?`, text: `${name} can no longer read ${topic}.`, button: 'Ban',
        durations: [...DURATIONS, { minutes: '', label: 'Until it is lifted' }],
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
