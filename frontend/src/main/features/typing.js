import { typingFrom, typingIn } from '../../model/destinations.js';
import { Pace } from '../../model/pace.js';
import { Typists } from '../../model/typists.js';
import { drawTyping } from '../../view/typing.js';
import { followTopic } from '../follow-topic.js';
/** @import { Chat } from '../chat.js' */

const TELL_EVERY = 3_000;
const EXPIRY_CHECK = 2_000;
const RECEIPT = 'typing';

/**
 * Tells the others that the user is typing, and shows who else is.
 * @param {Chat} chat
 */
export function installTyping(chat) {
  const { composer, connection, me, place } = chat;
  const typists = new Typists();
  const pace = new Pace(TELL_EVERY);
  let timer = 0;

  function tell() {
    if (place.room && pace.take(Date.now())) {
      connection.send(typingIn(place.room.topic), {}, RECEIPT);
    }
  }

  followTopic(chat, typingFrom, notice => {
    typists.take(notice, me.name, Date.now());
    chat.repaint();
  }, () => {
    typists.clear();
    pace.reset();
    chat.repaint();
  });
  composer.written.hear(text => {
    if (text.trim()) {
      tell();
    }
  });
  composer.sent.hear(() => pace.reset());
  // A user who may not post, or types too fast, needs no notice of that.
  chat.refused.hear(receipt => receipt === RECEIPT);
  chat.changed.hear((room, newer) => {
    if (room === place.room) {
      newer.forEach(({ sender }) => typists.posted(sender));
    }
  });
  chat.painting.hear(() => drawTyping(typists.label(Date.now())));
  chat.add({
    start: () => timer = window.setInterval(() => typists.label(Date.now()) || drawTyping(''), EXPIRY_CHECK),
    stop: () => clearInterval(timer),
  });
}
