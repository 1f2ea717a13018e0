import { dateOf, dayLabel, dayOf } from './day.js';
import { ownMarked } from './mentions.js';
import { keyOf } from './message.js';
import { offers } from './message-act.js';
import { reactionsOf } from './reactions.js';
/** @import { Attachment } from './attachment.js' */
/** @import { Preview } from './link-preview.js' */
/** @import { Mention } from './mentions.js' */
/** @import { Message, Quote } from './message.js' */
/** @import { Reaction } from './reactions.js' */
/** @import { MessageAct, Offer } from './message-act.js' */
/** @import { Entry } from './outbox.js' */
/** @import { Timeline } from './timeline.js' */

/** @typedef {{kind: 'day', key: string, label: string, date: string}} DayRow */
/**
 * @typedef {object} MessageRow
 * @property {'message'} kind
 * @property {string} key
 * @property {string} id
 * @property {number} seq 0 if not stored yet
 * @property {string} sender
 * @property {string} text
 * @property {Mention[]} mentions the people whom the text mentions
 * @property {Attachment[]} attachments its files
 * @property {Preview | undefined} preview of the first link in the text
 * @property {boolean} deleted
 * @property {boolean} hidden true if its sender is blocked
 * @property {Offer[]} acts the acts that are offered with it
 * @property {Reaction[]} reactions
 * @property {number} at ms since 1970
 * @property {boolean} first true if it opens a group of the same sender
 * @property {boolean} mine
 * @property {'stored' | 'uploading' | 'sending' | 'sent' | 'failed'} state
 * @property {string} reason
 * @property {number} editedAt ms since 1970, 0 if never
 * @property {string} deletedBy the name of the user who deleted it
 * @property {Quote | undefined} reply the message that it replies to
 * @property {number} replies the number of its replies
 * @property {string} edit the id of an edit that is under way
 */
/** @typedef {{kind: 'new', key: string}} NewRow the line above the new messages */
/** @typedef {DayRow | MessageRow | NewRow} Row */

const GROUP_WITHIN = 5 * 60 * 1000;

/** @param {Message[]} messages @param {number} underWay */
const whole = (messages, underWay) => ({ start: 0, end: messages.length + underWay });

const ROW = /** @type {const} */ ({ kind: 'message', seq: 0, deleted: false, hidden: false, deletedBy: '', editedAt: 0, replies: 0, edit: '',
  first: true, state: 'stored', reason: '', reply: undefined, preview: undefined, acts: /** @type {Offer[]} */ ([]),
  reactions: /** @type {Reaction[]} */ ([]), mentions: /** @type {Mention[]} */ ([]),
  attachments: /** @type {Attachment[]} */ ([]) });

/**
 * The rows of messages as they were last. A message that changes is another object, so each row is made once.
 * @type {WeakMap<Message, {me: string, row: MessageRow}>}
 */
const known = new WeakMap();
/** @type {WeakMap<MessageRow, MessageRow>} the same rows within a group */
const inGroups = new WeakMap();

/**
 * The rows of the message list: stored messages, then the user's messages that are under way, in groups and under day lines.
 * The row of a stored message is the same object as long as it is the same.
 * @param {Timeline} timeline
 * @param {Entry[]} pending
 * @param {string} me
 * @param {number} now ms since 1970
 * @param {MessageAct[]} [acts] the acts of all features
 * @param {(messages: Message[], underWay: number) => {start: number, end: number}} [part] the part of the messages that gets
 *   rows: only here rows come and go
 * @param {number} [lineAbove] the number of the first new message; 0 if there is no line
 * @returns {Row[]}
 */
export function transcript(timeline, pending, me, now, acts = [], part = whole, lineAbove = 0) {
  const edits = new Map(pending.map(entry => [entry.target, entry]));
  const { messages } = timeline;
  const underWay = pending.filter(({ target }) => !target).map(entry => pendingRow(entry, me)).filter(({ key }) => !timeline.has(key));
  const { start, end } = part(messages, underWay.length);
  const first = Math.max(0, start - 1);
  const stored = messages.slice(first, end).map(message => edited(storedRow(message, me, acts), edits.get(message.seq)));
  const rows = [...stored, ...underWay.slice(Math.max(0, first - messages.length), Math.max(0, end - messages.length))];
  return arrange(rows.slice(start - first), now, start > 0 ? rows[0] : undefined, lineAbove);
}

/**
 * @param {MessageRow[]} messages
 * @param {number} now
 * @param {MessageRow | undefined} before the message before them
 * @param {number} lineAbove
 */
function arrange(messages, now, before, lineAbove) {
  /** @type {Row[]} */
  const rows = [];
  let last = before;
  for (const message of messages) {
    const newDay = !last || dayOf(last.at) !== dayOf(message.at);
    if (newDay) {
      rows.push({ kind: 'day', key: `day/${message.key}`, label: dayLabel(message.at, now), date: dateOf(message.at) });
    }
    const firstNew = lineAbove > 0 && message.seq === lineAbove;
    if (firstNew) {
      rows.push({ kind: 'new', key: 'new' });
    }
    rows.push(newDay || firstNew || !continues(message, last) ? message : inGroup(message));
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

/** @param {MessageRow} row */
function inGroup(row) {
  const made = inGroups.get(row) ?? { ...row, first: false };
  inGroups.set(row, made);
  return made;
}

/**
 * @param {Message} message
 * @param {string} me
 * @param {MessageAct[]} acts
 * @returns {MessageRow}
 */
function storedRow(message, me, acts) {
  const offered = offers(acts, message);
  const before = known.get(message);
  if (before && before.me === me && before.row.acts === offered) {
    return before.row;
  }
  const row = rowOf(message, me, offered);
  known.set(message, { me, row });
  return row;
}

/**
 * @param {Message} message
 * @param {string} me
 * @param {Offer[]} acts
 * @returns {MessageRow}
 */
function rowOf(message, me, acts) {
  const { id, seq, sender, text, mentions = [], sentAt, editedAt, deleted = false, deletedBy = '', reply, replies = 0, attachments = [], preview } = message;
  return { ...ROW, key: keyOf(message), id: id ?? '', seq, sender, text, deleted, deletedBy, reply, replies,
    mentions: ownMarked(mentions, sender, me), attachments, preview,
    editedAt: editedAt ? Date.parse(editedAt) : 0, acts, reactions: reactionsOf(message, me), at: Date.parse(sentAt), mine: sender === me };
}

/**
 * A message whose edit is under way has the new text already, unless it was deleted meanwhile.
 * @param {MessageRow} row
 * @param {Entry | undefined} edit
 * @returns {MessageRow}
 */
function edited(row, edit) {
  return edit ? { ...row, text: row.deleted ? '' : edit.text, edit: edit.id, state: edit.state, reason: edit.reason ?? '' } : row;
}

/**
 * @param {Entry} entry
 * @param {string} me
 * @returns {MessageRow}
 */
function pendingRow({ id, text, writtenAt, state, reason, reply, attachments = [] }, me) {
  return { ...ROW, key: keyOf({ sender: me, id }), id, sender: me, text, at: writtenAt, mine: true, state,
    reason: reason ?? '', reply, attachments };
}
