import { avatar } from './avatar.js';
import { find } from './element.js';
import { linkState, replaceItems, sideItem } from './side-link.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Unread } from '../model/unread.js' */

/** The list of conversations in the sidebar, for users with an account. */
export class ConversationList {
  #part = find('#conversations-part');
  #list = find('#conversations');
  #shown = '';

  /** @param {boolean} shown */
  show(shown) {
    this.#part.hidden = !shown;
  }

  /**
   * @param {Topic[]} conversations
   * @param {string} current
   * @param {Unread} unread
   */
  draw(conversations, current, unread) {
    const lines = conversations.map(topic => ({ topic, state: linkState(topic.name, current, unread) }));
    const shown = JSON.stringify(lines.map(({ topic: { name, title }, state }) => [name, title, state]));
    if (shown !== this.#shown) {
      this.#shown = shown;
      replaceItems(this.#list, lines.map(({ topic, state }) => sideItem(topic, state, { before: [avatar(topic.title)] })));
    }
  }
}
