import { say } from '../../words.js';
import { momentLabel } from '../moment.js';
import { known } from '../entry.js';
/** @import { Entry } from '../entry.js' */

/** @typedef {'ban' | 'mute'} Kind a banned user cannot enter, a muted user cannot post */
/**
 * @typedef {object} Restriction
 * @property {number} id
 * @property {string} username
 * @property {string} [address] that is banned too
 * @property {string} [topic] absent: the whole server
 * @property {string} [by]
 * @property {string} [reason]
 * @property {string} [createdAt]
 * @property {string} [until] absent: permanent
 */
/** @typedef {{kind: Kind, username: string, minutes?: number, reason?: string}} Wanted */

const MOST_MINUTES = 525_600;

const UNITS = new Map([['minutes', 1], ['hours', 60], ['days', 24 * 60]]);

const WORDS = {
  ban: { undo: say('bans.lift'), after: say('bans.lift.text') },
  mute: { undo: say('mutes.lift'), after: say('mutes.lift.text') },
};

/**
 * @param {Kind} kind
 * @param {Restriction} restriction
 * @returns {Entry}
 */
export function restrictionEntry(kind, { id, username, address, topic, by, reason, createdAt, until }) {
  const { undo, after } = WORDS[kind];
  return {
    id,
    title: username,
    tag: topic ? say('bans.topic', { topic }) : '',
    facts: known(until ? say('bans.until', { moment: momentLabel(until) }) : say('bans.endless'), reason && say('bans.reason', { reason }),
      address && say('bans.address', { address }), by && say('bans.by', { name: by }), momentLabel(createdAt)),
    offers: [{ act: 'lift', label: undo, question: { title: say('bans.lift.title', { kind, name: username }), button: undo, text: after } }],
  };
}

/**
 * The typed values in the form that the server takes. Throws an `Error` with the code of a field.
 * @param {Record<string, string>} typed
 * @returns {Wanted}
 */
export function wantedRestriction({ kind, name, amount, unit, reason }) {
  if (!name.trim()) {
    throw fault('name', say('bans.name-missing'));
  }
  const minutes = minutesIn(amount, unit);
  if (minutes === undefined && kind === 'mute') {
    throw fault('amount', say('mutes.endless'));
  }
  return {
    kind: kind === 'mute' ? 'mute' : 'ban', username: name.trim(),
    ...(minutes !== undefined && { minutes }), ...(reason.trim() && { reason: reason.trim() }),
  };
}

/**
 * The result in a sentence.
 * @param {Wanted} wanted
 */
export function restricted({ kind, username, minutes }) {
  return say('bans.done', { kind, name: username, ends: String(minutes !== undefined) });
}

/**
 * @param {string} amount
 * @param {string} unit
 */
function minutesIn(amount, unit) {
  if (amount.trim() === '') {
    return undefined;
  }
  const minutes = Number(amount) * (UNITS.get(unit) ?? 1);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_MINUTES) {
    throw fault('amount', say('bans.bounds'));
  }
  return minutes;
}

/**
 * @param {string} field
 * @param {string} message
 */
function fault(field, message) {
  return Object.assign(new Error(message), { code: `${field}.ill-formed` });
}
