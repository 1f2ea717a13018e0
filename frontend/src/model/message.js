/** @import { Attachment } from './attachment.js' */
/** @import { Preview } from './link-preview.js' */
/** @import { Mention } from './mentions.js' */

/**
 * A message as the server stored it.
 * @typedef {object} Message
 * @property {string} type `posted`, or an event that changes a message; other types take a number too and are skipped
 * @property {string} topic
 * @property {number} seq its number in the topic: 1, 2, 3 … without gaps
 * @property {string | null} [id] the sender's own id for it
 * @property {string} sender
 * @property {string} text empty once it is deleted
 * @property {boolean} [deleted] true once it is
 * @property {string} [deletedBy] the name of the user who deleted it
 * @property {Mention[]} [mentions] the people whom the text mentions
 * @property {Attachment[]} [attachments] its files
 * @property {Preview} [preview] of the first link in the text
 * @property {number} [previewedBy] the number of the event that has changed the preview last
 * @property {string} [editedAt] ISO 8601, the time of its last edit
 * @property {Quote} [reply] the message that it replies to
 * @property {number} [replies] the number of its replies
 * @property {Record<string, string[]>} [reactions] the names of the people with each emoji, or the first of them
 * @property {Record<string, number>} [reactionCounts] the numbers of people with each emoji, if there may be more than names
 * @property {Record<string, string[]>} [added] of `reacted`: the names of those who added each emoji
 * @property {Record<string, string[]>} [removed] of `reacted`: the names of those who took it back
 * @property {Record<string, number>} [counts] of `reacted`: how many there are then
 * @property {number} [target] of an event that changes a message: the number of that message
 * @property {string} sentAt ISO 8601
 */

/**
 * A message that another one replies to, as it is now.
 * @typedef {object} Quote
 * @property {number} seq
 * @property {string} sender
 * @property {string} [text] a line of its text
 * @property {boolean} [deleted]
 * @property {number} [replies] the number of its replies
 */

/**
 * A key that a message has before and after it is stored. Senders choose the ids, so two people may use the same one.
 * @param {{sender: string, id?: string | null, seq?: number}} message
 */
export function keyOf({ sender, id, seq }) {
  return id ? `${sender}/${id}` : `#${seq}`;
}
