import { dayLabel, dayOf } from './day.js';
import { keyOf } from './message.js';
import { offers } from './message-act.js';
/** @import { Message } from './message.js' */
/** @import { MessageAct } from './message-act.js' */
/** @import { Entry } from './outbox.js' */
/** @import { Timeline } from './timeline.js' */

/** @typedef {{kind: 'day', key: string, label: string}} DayRow */
/**
 * @typedef {object} MessageRow
 * @property {'message'} kind
 * @property {string} key
 * @property {string} id
 * @property {number} seq 0 if not stored yet
 * @property {string} sender
 * @property {string} text
 * @property {boolean} deleted
 * @property {{name: string, title: string, label: string}[]} acts the acts that are offered with it
 * @property {number} at ms since 1970
 * @property {boolean} first true if it opens a group of the same sender
 * @property {boolean} mine
 * @property {'stored' | 'sending' | 'sent' | 'failed'} state
 * @property {string} reason
 */
/** @typedef {DayRow | MessageRow} Row */

const GROUP_WITHIN = 5 * 60 * 1000;

/**
 * The rows of the message list: stored messages, then the user's messages that are under way, in groups and under day lines.
 * @param {Timeline} timeline
 * @param {Entry[]} pending
 * @param {string} me
 * @param {number} now ms since 1970
 * @param {MessageAct[]} [acts] the acts of all features
 * @returns {Row[]}
 */
export function transcript(timeline, pending, me, now, acts = []) {
  const stored = timeline.messages.map(message => storedRow(message, me, acts));
  const underWay = pending.map(entry => pendingRow(entry, me)).filter(({ key }) => !timeline.has(key));
  return arrange([...stored, ...underWay], now);
}

/**
 * @param {MessageRow[]} messages
 * @param {number} now
 */
function arrange(messages, now) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {MessageRow | undefined} */
  let last;
  for (const message of messages) {
    const newDay = !last || dayOf(last.at) !== dayOf(message.at);
    if (newDay) {
      rows.push({ kind: 'day', key: `day/${message.key}`, label: dayLabel(message.at, now) });
    }
    message.first = newDay || !continues(message, last);
    rows.push(message);
    last = message;
  }
  return rows;
}

/**
 * @param {MessageRow} message
 * @param {MessageRow | undefined} last
 */
function continues(message, last) {
  return last?.sender === message.sender && message.at - last.at < GROUP_WITHIN;
}

/**
 * @param {Message} message
 * @param {string} me
 * @param {MessageAct[]} acts
 * @returns {MessageRow}
 */
function storedRow(message, me, acts) {
  const { id, seq, sender, text, sentAt, deleted = false } = message;
  return { kind: 'message', key: keyOf(message), id: id ?? '', seq, sender, text, deleted,
    acts: offers(acts, message), at: Date.parse(sentAt), first: true, mine: sender === me, state: 'stored',
    reason: '' };
}

/**
 * @param {Entry} entry
 * @param {string} me
 * @returns {MessageRow}
 */
function pendingRow({ id, text, writtenAt, state, reason }, me) {
  return { kind: 'message', key: keyOf({ sender: me, id }), id, seq: 0, sender: me, text, deleted: false, acts: [],
    at: writtenAt, first: true, mine: true, state, reason: reason ?? '' };
}
