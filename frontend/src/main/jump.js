import { say } from '../words.js';
/** @import { Chat } from './chat.js' */

/**
 * Goes to a message of the open topic, and says why if that cannot be.
 * @param {Chat} chat
 * @param {number} seq
 */
export async function jump(chat, seq) {
  const { log, notice, place } = chat;
  const { room } = place;
  try {
    const found = await room?.show(seq);
    if (room !== place.room) {
      return;
    }
    if (found) {
      chat.paint();
      log.reveal(seq);
    } else {
      notice.show(say('link.unknown'));
    }
  } catch (error) {
    notice.show(/** @type {Error} */ (error).message, () => jump(chat, seq));
  }
}
