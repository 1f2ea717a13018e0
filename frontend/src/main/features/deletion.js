import { MessageDialog } from '../../view/message-dialog.js';
import { say } from '../../words.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets moderators delete every message of their topic, and others their own.
 * @param {Chat} chat
 */
export function installDeletion(chat) {
  const { acts, api, directory, log, ownership, place } = chat;
  const dialog = new MessageDialog(seq => api.deleteMessage(place.topic, seq), () => log.focus());

  chat.add(dialog);
  acts.push({
    name: 'delete',
    title: say('delete.act'),
    label: ({ sender }) => say('delete.label', { sender }),
    offered: message => Boolean(directory.get(place.topic)?.mayModerate) || ownership.of(message),
    start: ({ seq }) => dialog.open(seq),
  });
}
