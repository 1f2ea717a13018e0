import { find } from './element.js';
import { linkState, replaceItems, sideItem } from './side-link.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Unread } from '../model/unread.js' */

/** The list of topics in the sidebar. */
export class TopicList {
  #topics = find('#topics');
  #shown = '';

  /**
   * @param {Topic[]} topics
   * @param {string} current
   * @param {Unread} unread
   */
  draw(topics, current, unread) {
    const lines = topics.map(topic => ({ topic, state: linkState(topic.name, current, unread) }));
    const shown = JSON.stringify(lines.map(({ topic: { name, title, access, announcements }, state }) => [name, title, access, announcements, state]));
    if (shown !== this.#shown) {
      this.#shown = shown;
      replaceItems(this.#topics, lines.map(({ topic, state }) => sideItem(topic, state, { after: topicMarks(topic) })));
    }
  }
}
