/**
 * A message as the server stored it.
 * @typedef {object} Message
 * @property {string} type `posted`, or `deleted`; other types take a number too and are skipped
 * @property {string} topic
 * @property {number} seq its number in the topic: 1, 2, 3 … without gaps
 * @property {string | null} [id] the sender's own id for it
 * @property {string} sender
 * @property {string} text empty once it is deleted
 * @property {boolean} [deleted] true once it is
 * @property {number} [target] of `deleted`: the number of the message that is
 * @property {string} sentAt ISO 8601
 */

/**
 * A key that a message has before and after it is stored. Senders choose the ids, so two people may use the same one.
 * @param {{sender: string, id?: string | null, seq?: number}} message
 */
export function keyOf({ sender, id, seq }) {
  return id ? `${sender}/${id}` : `#${seq}`;
}
