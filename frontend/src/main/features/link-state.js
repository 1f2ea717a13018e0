import { LinkStateView } from '../../view/link-state.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows the state of the connection.
 * @param {Chat} chat
 */
export function installLinkState(chat) {
  const view = new LinkStateView(() => chat.connection.retry());
  chat.add(view);
  chat.linkChanged.hear(state => view.show(state));
}
