import { Button } from '../../view/button.js';
import { Dialog } from '../../view/dialog.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets a guest take another name.
 * @param {Chat} chat
 */
export function installName(chat) {
  const { connection, me } = chat;
  const dialog = new Dialog('#name-dialog', async ({ name }) => {
    await me.rename(name);
    // The server ends the connections under the old name.
    connection.stop();
    chat.renamed.tell();
    connection.start();
  });
  const button = new Button('#change-name', () => dialog.open({}));

  [dialog, button].forEach(part => chat.add(part));
  chat.identified.hear(() => button.show(!me.hasAccount));
}
