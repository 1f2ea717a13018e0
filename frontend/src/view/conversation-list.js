import { avatar } from './avatar.js';
import { find } from './element.js';
import { linkState, sideItem } from './side-link.js';
import { SideList } from './side-list.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Unread } from '../model/unread.js' */

/** The list of conversations in the sidebar, for users with an account. */
export class ConversationList {
  #part = find('#conversations-part');
  #list = new SideList(find('#conversations'));

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
    this.#list.draw(conversations.map(topic => {
      const { name, title } = topic;
      const state = linkState(name, current, unread);
      return { name, shows: [title, state], make: () => sideItem(topic, state, { before: [avatar(title)] }) };
    }));
  }
}
