import { say } from '../../words.js';
/** @import { Message } from '../../model/message.js' */
/** @import { Chat } from '../chat.js' */

/**
 * Lets authors edit their messages, the last one by going up from an empty text box.
 * @param {Chat} chat
 */
export function installEditing(chat) {
  const { acts, composer, directory, outbox, ownership, place } = chat;

  /** @param {Message} message */
  function offered(message) {
    return directory.get(place.topic)?.mayPost !== false && ownership.of(message);
  }

  /** @param {Message | undefined} message */
  function edit(message) {
    if (message) {
      const { seq } = message;
      const { text } = outbox.of(place.topic).find(({ target }) => target === seq) ?? message;
      composer.begin({ title: say('edit.task'), line: '', text, about: { target: seq } });
    }
  }

  acts.push({
    name: 'edit',
    title: say('edit.act'),
    label: () => say('edit.task'),
    offered,
    start: ({ seq }) => edit(place.room?.shown.get(seq)),
  });
  composer.recalled.hear(() =>
    edit([...place.room?.timeline.messages ?? []].reverse().find(message => !message.deleted && offered(message))));
}
