import { find } from './element.js';
import { linkState, sideItem } from './side-link.js';
import { SideList } from './side-list.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Unread } from '../model/unread.js' */

/** The list of topics in the sidebar. */
export class TopicList {
  #list = new SideList(find('#topics'));

  /**
   * @param {Topic[]} topics
   * @param {string} current
   * @param {Unread} unread
   */
  draw(topics, current, unread) {
    this.#list.draw(topics.map(topic => {
      const { name, title, access, announcements } = topic;
      const state = linkState(name, current, unread);
      return { name, shows: [title, access, announcements, state], make: () => sideItem(topic, state, { after: topicMarks(topic) }) };
    }));
  }
}
