/** @import { Message } from './message.js' */

/**
 * Something that can be done with a message by a button beside it.
 * @typedef {object} MessageAct
 * @property {string} name tells it from the others
 * @property {string} title
 * @property {(message: Message) => string} label for a reader who does not see the message beside it
 * @property {(message: Message) => boolean} offered true if the user may do it with this message
 * @property {(message: {id: string, seq: number}) => void} start
 */

/**
 * The acts that are offered with a message, as its row needs them.
 * @param {MessageAct[]} acts
 * @param {Message} message
 */
export function offers(acts, message) {
  return message.deleted ? [] : acts.filter(({ offered }) => offered(message))
    .map(({ name, title, label }) => ({ name, title, label: label(message) }));
}
