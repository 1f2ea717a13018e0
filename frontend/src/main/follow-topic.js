/** @import { Chat } from './chat.js' */

/**
 * Keeps a subscription that goes with the open topic.
 * @param {Chat} chat
 * @param {(topic: string) => string} destinationOf
 * @param {(notice: any) => void} take
 * @param {() => void} left another topic, or none, is open now
 */
export function followTopic({ absent, connected, connection, entered, place }, destinationOf, take, left) {
  let unsubscribe = () => {};

  function listen() {
    unsubscribe();
    const room = place.room;
    unsubscribe = room ? connection.subscribe(destinationOf(room.topic), { take }) : () => {};
  }

  connected.hear(listen);
  for (const { hear } of [entered, absent]) {
    hear(() => {
      left();
      listen();
    });
  }
}
