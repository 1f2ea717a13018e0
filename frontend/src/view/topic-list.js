import { hashOf } from '../model/route.js';
import { element, find } from './element.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */

/** The list of topics in the sidebar. */
export class TopicList {
  #topics = find('#topics');
  #shown = '';

  /**
   * @param {Topic[]} topics
   * @param {string} current
   */
  draw(topics, current) {
    const shown = JSON.stringify([topics.map(({ name, title, access, announcements }) => [name, title, access, announcements]), current]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      // Redrawing takes the focus along with the link that has it.
      const focused = document.activeElement?.getAttribute('href');
      this.#topics.replaceChildren(...topics.map(topic => item(topic, topic.name === current)));
      [...this.#topics.querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus();
    }
  }
}

/**
 * @param {Topic} topic
 * @param {boolean} current
 */
function item(topic, current) {
  const title = element('span', { class: 'topics__title', dir: 'auto' }, topic.title);
  const link = element('a', { href: hashOf(topic.name) }, title, ...topicMarks(topic));
  if (current) {
    link.setAttribute('aria-current', 'page');
  }
  return element('li', {}, link);
}
