import { transcript } from '../model/transcript.js';
/** @import { Message } from '../model/message.js' */
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
 * @param {{unseen: Unseen, outbox: Outbox, name: string, hasAccount: boolean}} me
 */
export function drawRoom(log, room, topic, { unseen, outbox, name, hasAccount }) {
  if (log.following) {
    room.trim();
    if (!document.hidden) {
      unseen.clear();
    }
  }
  // A guest's name may be another's tomorrow, so guests delete nothing.
  const mayDelete = (/** @type {Message} */ { sender }) => Boolean(topic.mayModerate) || (hasAccount && sender === name);
  log.draw(topic, transcript(room.timeline, outbox.of(room.topic), name, Date.now(), mayDelete), room.top);
  log.drawPill(unseen.label);
}
