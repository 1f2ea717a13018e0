import { offered } from '../../model/message-act.js';
import { say } from '../../words.js';
import { PopupMenu } from '../../view/popup-menu.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows the acts of a message that have no button of their own.
 * @param {Chat} chat
 */
export function installMore({ add, acts, log, place }) {
  const menu = new PopupMenu('#message-menu');

  add(menu);
  log.acted.hear((name, message, button) => {
    const about = place.room?.shown.get(message.seq);
    if (name === 'more' && about) {
      menu.open(button, say('act.more'), offered(acts, about, true).map(({ title, start }) => ({ label: title, start: () => start(message) })));
    }
  });
}
