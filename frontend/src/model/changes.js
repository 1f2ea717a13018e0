/** @import { Message } from './message.js' */

/**
 * The changes that events make to the message that is their `target`, by the type of the event. Each gives the same
 * result if it is made again.
 * @type {Record<string, (message: Message, event: Message) => Message>}
 */
export const CHANGES = {
  deleted: message => ({ ...message, text: '', deleted: true }),
};
