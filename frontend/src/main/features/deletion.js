import { MessageDialog } from '../../view/message-dialog.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets moderators delete every message of their topic, and others with an account their own.
 * @param {Chat} chat
 */
export function installDeletion(chat) {
  const { acts, api, directory, log, me, place } = chat;
  const dialog = new MessageDialog(seq => api.deleteMessage(place.topic, seq), () => log.focus());

  chat.add(dialog);
  acts.push({
    name: 'delete',
    title: 'Delete message',
    label: ({ sender }) => `Delete message from ${sender}`,
    // A guest's name may be another's tomorrow, so guests delete nothing.
    offered: ({ sender }) => Boolean(directory.get(place.topic)?.mayModerate) || (me.hasAccount && sender === me.name),
    start: ({ seq }) => dialog.open(seq),
  });
}
