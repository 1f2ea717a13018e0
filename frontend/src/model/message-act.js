import { say } from '../words.js';
/** @import { Message } from './message.js' */

/**
 * Something that can be done with a message by a button beside it.
 * @typedef {object} MessageAct
 * @property {string} name tells it from the others
 * @property {string} title
 * @property {(message: Message) => string} label for a reader who does not see the message beside it; depends on nothing else
 * @property {(message: Message) => boolean} offered true if the user may do it with this message
 * @property {(message: {id: string, seq: number}) => void} start
 * @property {boolean} [inMenu] true if it stands in the menu behind the button `more`
 */

const MORE = { name: 'more', title: say('act.more'), label: (/** @type {Message} */ { sender }) => say('act.more.label', { sender }) };

/** @typedef {{name: string, title: string, label: string}} Offer */

/**
 * What was offered with a message last. A message that changes is another object.
 * @type {WeakMap<Message, {acts: {name: string}[], offers: Offer[]}>}
 */
const known = new WeakMap();

/**
 * The acts that are offered with a message, as its row needs them: the same array as long as they are the same.
 * @param {MessageAct[]} acts
 * @param {Message} message
 */
export function offers(acts, message) {
  const [buttons, menu] = [false, true].map(inMenu => offered(acts, message, inMenu));
  const shown = [...buttons, ...menu.length > 0 ? [MORE] : []];
  const before = known.get(message);
  if (before && before.acts.length === shown.length && shown.every((act, i) => act === before.acts[i])) {
    return before.offers;
  }
  const made = shown.map(({ name, title, label }) => ({ name, title, label: label(message) }));
  known.set(message, { acts: shown, offers: made });
  return made;
}

/**
 * @param {MessageAct[]} acts
 * @param {Message} message
 * @param {boolean} inMenu
 */
export function offered(acts, message, inMenu) {
  return message.deleted ? [] : acts.filter(act => Boolean(act.inMenu) === inMenu && act.offered(message));
}
