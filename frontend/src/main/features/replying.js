import { nameOf } from '../../model/attachment.js';
import { lineOf } from '../../model/quote.js';
import { say } from '../../words.js';
import { jump } from '../jump.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets users reply to a message, and leads from a reply to its original.
 * @param {Chat} chat
 */
export function installReplying(chat) {
  const { acts, composer, directory, log, place } = chat;

  acts.push({
    name: 'reply',
    title: say('reply.act'),
    label: ({ sender }) => say('reply.to', { sender }),
    offered: () => directory.get(place.topic)?.mayPost !== false,
    start: ({ seq }) => {
      const message = place.room?.shown.get(seq);
      if (message) {
        const { sender } = message;
        const text = lineOf(message.text) || nameOf(message.attachments);
        composer.begin({ title: say('reply.to', { sender }), line: text, about: { reply: { seq, sender, text } } });
      }
    },
  });
  log.acted.hear((name, { seq }) => {
    const original = name === 'jump' && place.room?.shown.get(seq)?.reply?.seq;
    if (original) {
      jump(chat, original);
    }
  });
}
