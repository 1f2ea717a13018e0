import { UNREAD, readIn } from '../../model/destinations.js';
import { Pace } from '../../model/pace.js';
import { ReadMark } from '../../model/read-mark.js';
import { say } from '../../words.js';
import { Sight } from '../../view/sight.js';
/** @import { UnreadNotice } from '../../model/unread.js' */
/** @import { Chat } from '../chat.js' */
/** @import { Room } from '../room.js' */

const TELL_EVERY = 1_000;
const RECEIPT = 'read';

/**
 * Follows what is new in all topics, and tells the server how far the user has read the open one.
 * @param {Chat} chat
 */
export function installUnread(chat) {
  const { connection, line, log, me, place, unread } = chat;
  const mark = new ReadMark();
  const sight = new Sight();
  const pace = new Pace(TELL_EVERY);
  /** @type {Map<string, number>} the marks to send, by topic */
  const outgoing = new Map();
  let timer = 0;
  let placed = false;

  /** @param {UnreadNotice} notice */
  function take(notice) {
    unread.take(notice);
    if (notice.type === 'state' && placed) {
      mark.confirm(unread.of(place.topic).read);
      tell();
    }
    chat.repaint();
  }

  function look() {
    if (document.hidden) {
      sendAll();
    } else {
      mark.see(sight.newest);
      tell();
    }
  }

  function tell() {
    const seq = mark.take();
    if (seq && place.room) {
      outgoing.set(place.room.topic, seq);
    }
    send();
  }

  /** Tells the server of one topic a second. */
  function send() {
    clearTimeout(timer);
    const [next] = outgoing;
    if (next && pace.take(Date.now())) {
      sendNow(next);
    }
    if (outgoing.size) {
      timer = window.setTimeout(send, TELL_EVERY);
    }
  }

  /** @param {[topic: string, seq: number]} next stays if there is no connection */
  function sendNow([topic, seq]) {
    if (connection.send(readIn(topic), { seq }, RECEIPT)) {
      outgoing.delete(topic);
    }
  }

  /** The page may not come back. */
  function sendAll() {
    [...outgoing].forEach(sendNow);
  }

  /**
   * Shows the topic where the user left off.
   * @param {Room} room
   */
  async function enter(room) {
    const { read, unread: count } = unread.of(room.topic);
    if (count > 0) {
      line.put(read);
      await show(room).catch(() => {});
    }
    if (room === place.room) {
      mark.enter(read);
      sight.look();
    }
  }

  /** @param {Room} room */
  async function show(room) {
    if (!line.isIn(room.shown)) {
      await room.show(line.after + 1);
    }
    if (room === place.room) {
      chat.paint();
      log.showLine();
    }
  }

  function leave() {
    placed = false;
    mark.leave();
    line.clear();
  }

  /**
   * Whether the messages are here that the server has counted.
   * @param {Room} room
   */
  function isComplete({ topic, timeline }) {
    return unread.known && timeline.opened && timeline.newest >= unread.of(topic).head;
  }

  /** The user has read everything, and sees the end. */
  function catchUp() {
    const { room } = place;
    if (room && placed) {
      line.clear();
      mark.catchUp(Math.max(room.timeline.newest, unread.of(room.topic).head));
      tell();
      log.follow();
      chat.repaint();
    }
  }

  chat.acts.push({
    name: 'unread',
    title: say('unread.mark'),
    label: ({ sender }) => say('unread.mark.label', { sender }),
    offered: () => true,
    inMenu: true,
    start: ({ seq }) => {
      outgoing.delete(place.topic);
      mark.hold(seq - 1);
      line.put(seq - 1);
      connection.send(readIn(place.topic), { seq: seq - 1, back: true }, RECEIPT);
      chat.repaint();
    },
  });
  chat.connected.hear(() => {
    connection.subscribe(UNREAD, { take });
    send();
  });
  // A mark that is refused is sent again with the next message.
  chat.refused.hear(receipt => receipt === RECEIPT);
  [chat.entered, chat.absent].forEach(signal => signal.hear(leave));
  chat.changed.hear((room, newer) => {
    if (placed && room === place.room && (document.hidden || !log.following) && newer.some(({ sender }) => sender !== me.name)) {
      line.leaveAt(mark.seen);
    }
  });
  chat.composer.sent.hear(() => mark.catchUp(0));
  sight.changed.hear(look);
  log.lineWanted.hear(() => place.room && show(place.room).catch(() => {}));
  chat.caughtUp.hear(catchUp);
  chat.painting.hear(() => {
    const { room } = place;
    if (room && !placed && isComplete(room)) {
      placed = true;
      enter(room);
    }
    const lookedAt = placed && mark.follows && log.following && !document.hidden ? place.topic : '';
    if (unread.lookedAt !== lookedAt) {
      unread.lookedAt = lookedAt;
      chat.repaint();
    }
  });
  chat.add(sight);
  chat.add({
    start: () => {
      document.addEventListener('visibilitychange', look);
      addEventListener('pagehide', sendAll);
    },
    stop: () => {
      sendAll();
      outgoing.clear();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pagehide', sendAll);
    },
  });
}
