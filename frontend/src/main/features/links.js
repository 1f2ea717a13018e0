import { hashOf } from '../../model/route.js';
import { say } from '../../words.js';
import { copied } from '../../view/clipboard.js';
import { InnerLinks } from '../../view/inner-links.js';
import { Toast } from '../../view/toast.js';
import { jump } from '../jump.js';
/** @import { Chat } from '../chat.js' */

/**
 * Goes to the message that the address names, and copies such addresses and the texts of messages.
 * @param {Chat} chat
 */
export function installLinks(chat) {
  const { acts, log, place } = chat;
  const toast = new Toast('#said');
  /** The number of the message to go to once the topic is here. */
  let wanted = 0;

  function go() {
    if (wanted && place.room?.timeline.opened) {
      const seq = wanted;
      wanted = 0;
      jump(chat, seq);
    }
  }

  /**
   * @param {string} text
   * @param {string} done
   */
  async function copy(text, done) {
    toast.say(await copied(text) ? done : say('copied.not'));
  }

  [toast, new InnerLinks(() => place.lookAgain())].forEach(part => chat.add(part));
  for (const { hear } of [chat.entered, chat.absent]) {
    hear(() => {
      wanted = 0;
    });
  }
  chat.pointed.hear(seq => {
    wanted = seq;
    if (seq) {
      go();
    } else {
      log.follow();
    }
  });
  chat.changed.hear(go);
  // The address no longer names a message once the reader has gone to the newest one.
  log.followed.hear(() => place.passMessage());
  acts.push({
    name: 'copy-link',
    title: say('act.copy-link'),
    label: ({ sender }) => say('act.copy-link.label', { sender }),
    offered: () => true,
    start: ({ seq }) => copy(new URL(hashOf(place.topic, seq), document.baseURI).href, say('copied.link')),
    inMenu: true,
  }, {
    name: 'copy-text',
    title: say('act.copy-text'),
    label: ({ sender }) => say('act.copy-text.label', { sender }),
    offered: () => true,
    start: ({ seq }) => copy(place.room?.shown.get(seq)?.text ?? '', say('copied.text')),
    inMenu: true,
  });
}
