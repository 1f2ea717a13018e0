import { nameOf } from './attachment.js';
import { lineOf } from './quote.js';
import { joined, react } from './reactions.js';
/** @import { Message, Quote } from './message.js' */

/**
 * The changes that events make to the message that is their `target`, by the type of the event. Each gives the same
 * result if it is made again.
 * @type {Record<string, (message: Message, event: Message) => Message>}
 */
export const CHANGES = {
  edited: (message, event) => event.deleted || message.deleted || (message.editedAt ?? '') > (event.editedAt ?? '')
    ? message : previewed({ ...message, text: event.text, editedAt: event.editedAt, mentions: event.mentions }, event),
  deleted: (message, { sender }) =>
    ({ ...message, text: '', mentions: undefined, attachments: undefined, preview: undefined, editedAt: undefined, reply: undefined, reactions: undefined, reactionCounts: undefined,
      deleted: true, deletedBy: sender }),
  reacted: react,
  previewed,
  replied: (message, { reply }) => ({ ...message, replies: reply?.replies }),
};

/**
 * Two kinds of events have the preview of a message, and they may come in any order.
 * @param {Message} message
 * @param {Message} event
 */
function previewed(message, { seq, preview }) {
  return message.deleted || (message.previewedBy ?? 0) > seq ? message : { ...message, preview, previewedBy: seq };
}

/**
 * What to keep of the earlier changes of a type when a later one comes. Of other types, the later one is enough.
 * @type {Record<string, (before: Message, event: Message) => Message>}
 */
export const JOINED = { reacted: joined };

/**
 * The changes to the line that quotes the `target` of an event in a reply.
 * @type {Record<string, (quote: Quote, event: Message) => Quote>}
 */
export const QUOTES = {
  edited: (quote, { text, deleted, attachments }) => deleted || quote.deleted ? quote : { ...quote, text: lineOf(text) || nameOf(attachments) },
  deleted: quote => ({ ...quote, text: undefined, deleted: true }),
};

/**
 * The changes that an event makes, each as an event with a target.
 * @param {Message} event
 * @returns {Message[]}
 */
export function changesOf(event) {
  const { type, seq, target, sender, deleted, deletedBy, reply } = event;
  const changes = [];
  if (type === 'posted' && deleted) {
    changes.push({ ...event, type: 'deleted', target: seq, sender: deletedBy ?? sender });
  } else if (target && Object.hasOwn(CHANGES, type)) {
    changes.push(event);
  }
  return reply?.replies === undefined ? changes : [...changes, { ...event, type: 'replied', target: reply.seq }];
}
