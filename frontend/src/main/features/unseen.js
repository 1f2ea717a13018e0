import { Unseen } from '../../model/unseen.js';
import { drawTab } from '../../view/header.js';
/** @import { Chat } from '../chat.js' */

/**
 * Counts the messages that came while the user was looking elsewhere.
 * @param {Chat} chat
 */
export function installUnseen(chat) {
  const { directory, log, me, place } = chat;
  const unseen = new Unseen();

  chat.entered.hear(() => unseen.clear());
  chat.changed.hear((room, newer) => {
    if (room === place.room && (document.hidden || !log.following)) {
      unseen.add(newer.filter(({ sender }) => sender !== me.name).length);
    }
  });
  chat.painting.hear(() => {
    if (log.following && !document.hidden) {
      unseen.clear();
    }
    log.unseen = unseen.label;
    drawTab(directory.get(place.topic)?.title ?? place.topic, document.hidden ? unseen.count : 0);
  });
}
