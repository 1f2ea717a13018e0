import { HookApi } from '../../net/hook-api.js';
import { HooksDialog } from '../../view/hooks-dialog.js';
import { incomingHooks, outgoingHooks } from '../hook-lists.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets moderators manage the webhooks of their topic, by which programs post to it and are told of its events.
 * @param {Chat} chat
 */
export function installHooks(chat) {
  const { confirmation, place } = chat;
  let topic = '';
  const screen = { api: new HookApi(document.baseURI), confirmation, owner: () => ({ topic }) };
  const lists = [incomingHooks('incoming', screen), outgoingHooks('outgoing', screen)];
  const dialog = new HooksDialog({
    opened: () => {
      topic = place.topic;
      lists.forEach(list => list.start());
    },
    closed: () => lists.forEach(list => list.stop()),
  });

  chat.add(dialog);
  chat.described.hear(({ name, mayModerate }) => (name !== topic || !mayModerate) && dialog.close());
  chat.absent.hear(() => dialog.close());
}
