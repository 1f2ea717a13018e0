import { hashOf } from '../model/route.js';
import { shortly } from '../model/unread.js';
import { say } from '../words.js';
import { element, find } from './element.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Unread } from '../model/unread.js' */

/**
 * A topic as the list shows it.
 * @typedef {{topic: Topic, current: boolean, news: boolean, mentions: number, muted: boolean, favourite: boolean}} Line
 */

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
    const lines = topics.map(topic => lineOf(topic, current, unread));
    const shown = JSON.stringify(lines.map(({ topic: { name, title, access, announcements }, ...line }) => [name, title, access, announcements, line]));
    if (shown !== this.#shown) {
      this.#shown = shown;
      // Redrawing takes the focus along with the link or button that has it.
      const focused = focusOf(document.activeElement);
      this.#topics.replaceChildren(...lines.map(item));
      if (focused) {
        [...this.#topics.querySelectorAll('a, button')].map(each => /** @type {HTMLElement} */ (each))
          .find(each => focusOf(each) === focused)?.focus();
      }
    }
  }
}

/** @param {Element | null} focused */
function focusOf(focused) {
  return focused?.getAttribute('href') ?? focused?.getAttribute('data-topic');
}

/**
 * @param {Topic} topic
 * @param {string} current
 * @param {Unread} unread
 * @returns {Line}
 */
function lineOf(topic, current, unread) {
  const { level, favourite } = unread.of(topic.name);
  return { topic, current: topic.name === current, news: unread.news(topic.name) > 0, mentions: unread.mentions(topic.name),
    muted: level === 'muted', favourite };
}

/** @param {Line} line */
function item({ topic, current, news, mentions, muted, favourite }) {
  const title = element('span', { class: 'topics__title', dir: 'auto' }, topic.title);
  const badge = mentions ? [element('span', { 'class': 'badge', 'aria-hidden': 'true' }, shortly(mentions)),
    element('span', { class: 'unseen' }, ` ${say('unread.mentions', { count: mentions })}`)] : [];
  const link = element('a', { href: hashOf(topic.name) }, title, ...news ? [element('span', { class: 'unseen' }, ` ${say('unread.new')}`)] : [],
    ...topicMarks(topic), ...badge);
  if (current) {
    link.setAttribute('aria-current', 'page');
  }
  link.toggleAttribute('data-new', news || mentions > 0);
  link.toggleAttribute('data-muted', muted);
  link.toggleAttribute('data-favourite', favourite);
  const more = element('button', { 'class': 'icon-button topics__more', 'type': 'button', 'data-topic': topic.name, 'aria-haspopup': 'dialog',
    'aria-label': say('topic.preferences', { topic: topic.title }) }, '⋯');
  return element('li', {}, link, more);
}
