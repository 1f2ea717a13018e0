import { say } from '../words.js';
import { element } from './element.js';
/** @import { Reaction } from '../model/reactions.js' */

/**
 * The emoji below a message. Each is a button that adds one's own or takes it back, and tells whose they are.
 * @param {Reaction[]} reactions
 */
export function reactionsElement(reactions) {
  return element('div', { 'class': 'reactions', 'role': 'group', 'aria-label': say('reactions.group') }, ...reactions.map(reactionButton));
}

/** @param {Reaction} reaction */
function reactionButton({ emoji, count, mine, names }) {
  return element('button', {
    'class': 'reaction', 'type': 'button', 'data-action': 'toggle', 'data-emoji': emoji, 'data-names': names,
    'aria-pressed': String(mine), 'aria-label': say('reactions.label', { emoji, count, names }),
  }, element('span', { 'class': 'reaction__emoji' }, emoji), String(count));
}
