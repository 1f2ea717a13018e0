import { HookApi } from '../../net/hook-api.js';
import { AccountDialog } from '../../view/account-dialog.js';
import { Button } from '../../view/button.js';
import { outgoingHooks } from '../hook-lists.js';
import { ownTokens } from '../own-tokens.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets users manage their account: the password, the access tokens, the webhooks, and its deletion. The server ends the connections of
 * an account that changes, so the page connects again.
 * @param {Chat} chat
 */
export function installAccount(chat) {
  const { api, confirmation, connection, me } = chat;
  const lists = [
    ownTokens(api, confirmation),
    outgoingHooks('own', { api: new HookApi(document.baseURI), confirmation, owner: () => ({ account: me.name }) }),
  ];
  const dialog = new AccountDialog({
    changePassword: async (current, password) => {
      connection.stop();
      try {
        await me.changePassword(current, password);
      } finally {
        connection.start();
      }
    },
    deleteAccount: async password => {
      connection.stop();
      try {
        await me.deleteAccount(password);
      } catch (error) {
        connection.start();
        throw error;
      }
      chat.stop();
      chat.forget();
    },
    accountOpened: () => lists.forEach(list => list.start()),
    accountClosed: () => lists.forEach(list => list.stop()),
  });
  const button = new Button('#account', () => dialog.open());

  [dialog, button].forEach(part => chat.add(part));
  chat.identified.hear(() => button.show(me.hasAccount));
}
