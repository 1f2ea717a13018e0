import { transcript } from '../model/transcript.js';
/** @import { Outbox } from '../model/outbox.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Unseen } from '../model/unseen.js' */
/** @import { Log } from '../view/log.js' */
/** @import { Room } from './room.js' */

/**
 * Draws what was said in a room, as one of the people in it sees it.
 * @param {Log} log
 * @param {Room} room
 * @param {Topic} topic
 * @param {{unseen: Unseen, outbox: Outbox, name: string}} me
 */
export function drawRoom(log, room, topic, { unseen, outbox, name }) {
  if (log.following) {
    room.trim();
    if (!document.hidden) {
      unseen.clear();
    }
  }
  log.draw(topic, transcript(room.timeline, outbox.of(room.topic), name, Date.now()), room.top);
  log.drawPill(unseen.label);
}
