import { transcript } from '../../model/transcript.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows the messages of the open topic.
 * @param {Chat} chat
 */
export function installReading(chat) {
  const { acts, blocked, directory, line, log, me, outbox, place } = chat;

  log.followingChanged.hear(chat.repaint);
  log.olderWanted.hear(() => place.room?.loadOlder());
  log.newerWanted.hear(() => place.room?.loadNewer());
  log.followed.hear(() => place.room?.showNewest());
  log.acted.hear((name, message) => acts.find(act => act.name === name)?.start(message));
  chat.entered.hear(() => {
    log.show(true);
    log.follow();
  });
  chat.absent.hear(() => log.show(false));
  chat.painting.hear(() => {
    const { room } = place;
    const topic = room && directory.get(room.topic);
    if (room && topic) {
      const pending = outbox.of(room.topic).filter(({ target }) => target || !room.inPast);
      const rows = transcript(room.shown, pending, me.name, Date.now(), acts, room.part(log.following), line.above(room.shown, me.name));
      log.draw(topic, blocked.hide(rows, topic), room.top, room.attached);
    }
  });
}
