import { Unseen } from '../../model/unseen.js';
import { newMessages, shortly } from '../../model/unread.js';
import { drawTab } from '../../view/header.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows how many messages came while the user was looking elsewhere: further down in the open topic, and in all topics.
 * @param {Chat} chat
 */
export function installUnseen(chat) {
  const { directory, line, log, me, place, unread } = chat;
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
    log.news = place.room ? newMessages(line.news(place.room.shown, me.name).length) : '';
    drawTab(directory.get(place.topic)?.title ?? (directory.loaded ? place.topic : ''), shortly(unread.total));
  });
}
