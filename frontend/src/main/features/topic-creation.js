import { Absent } from '../../view/absent.js';
import { Button } from '../../view/button.js';
import { TopicDialog } from '../../view/topic-dialog.js';
/** @import { Chat } from '../chat.js' */

/**
 * Creates topics, also one that the address names although it does not exist.
 * @param {Chat} chat
 */
export function installTopicCreation(chat) {
  const { directory, me, place } = chat;
  const dialog = new TopicDialog(async wanted => {
    const { name } = await directory.create(wanted);
    place.go(name);
  });
  const absent = new Absent(name => dialog.open(name));

  [absent, dialog, new Button('#new-topic', () => dialog.open(''))].forEach(part => chat.add(part));
  chat.identified.hear(() => dialog.offerAccess(me.hasAccount));
  chat.entered.hear(() => absent.hide());
  chat.absent.hear(name => absent.show(name));
}
