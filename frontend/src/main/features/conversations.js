import { say } from '../../words.js';
import { Button } from '../../view/button.js';
import { ConversationDialog } from '../../view/conversation-dialog.js';
import { ConversationList } from '../../view/conversation-list.js';
/** @import { Chat } from '../chat.js' */

/**
 * Conversations between a few people with accounts: their list, and how to start one, in a dialog or from a person.
 * @param {Chat} chat
 */
export function installConversations(chat) {
  const { api, directory, me, notice, personActs, place, unread } = chat;
  const list = new ConversationList();

  /** @param {string[]} people */
  async function converse(people) {
    const { name } = await directory.converse(people);
    place.go(name);
  }

  const dialog = new ConversationDialog(
    async part => (await api.people(part)).map(({ name }) => name),
    converse,
  );

  personActs.push({
    label: say('person.message'),
    offered: ({ name, guest }) => me.hasAccount && !guest && name !== me.name,
    start: name => converse([name]).catch(({ message }) => notice.show(message)),
  });
  [dialog, new Button('#new-conversation', () => dialog.open())].forEach(part => chat.add(part));
  chat.identified.hear(() => list.show(me.hasAccount));
  chat.changed.hear(({ topic }, newer) => newer.length && directory.touch(topic));
  chat.painting.hear(() => list.draw(directory.conversations, place.topic, unread));
}
