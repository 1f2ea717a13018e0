import { say } from '../words.js';
/** @import { Message } from './message.js' */

/**
 * Something that can be done with a message by a button beside it.
 * @typedef {object} MessageAct
 * @property {string} name tells it from the others
 * @property {string} title
 * @property {(message: Message) => string} label for a reader who does not see the message beside it
 * @property {(message: Message) => boolean} offered true if the user may do it with this message
 * @property {(message: {id: string, seq: number}) => void} start
 * @property {boolean} [inMenu] true if it stands in the menu behind the button `more`
 */

const MORE = { name: 'more', title: say('act.more'), label: (/** @type {Message} */ { sender }) => say('act.more.label', { sender }) };

/**
 * The acts that are offered with a message, as its row needs them.
 * @param {MessageAct[]} acts
 * @param {Message} message
 */
export function offers(acts, message) {
  const [buttons, menu] = [false, true].map(inMenu => offered(acts, message, inMenu));
  return [...buttons, ...menu.length > 0 ? [MORE] : []].map(({ name, title, label }) => ({ name, title, label: label(message) }));
}

/**
 * @param {MessageAct[]} acts
 * @param {Message} message
 * @param {boolean} inMenu
 */
export function offered(acts, message, inMenu) {
  return message.deleted ? [] : acts.filter(act => Boolean(act.inMenu) === inMenu && act.offered(message));
}
