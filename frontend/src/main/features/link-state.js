import { LinkStateView } from '../../view/link-state.js';
/** @import { Chat } from '../chat.js' */

/**
 * Says how the page stands with the server.
 * @param {Chat} chat
 */
export function installLinkState(chat) {
  const view = new LinkStateView(() => chat.connection.retry());
  chat.add(view);
  chat.linkChanged.hear(state => view.show(state));
}
