import { hashOf } from '../model/route.js';
import { avatar } from './avatar.js';
import { element, find } from './element.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */

/** @typedef {{readonly name: string, readonly hasAccount: boolean, readonly isAdmin: boolean}} Me */

/** The topics there are, and oneself. */
export class Sidebar {
  #topics = find('#topics');
  #me = find('#me');
  #handlers;
  #shown = '';
  /** @type {AbortController | null} */
  #life = null;

  /** @param {{newTopic: () => void, changeName: () => void, account: () => void, leave: () => void}} handlers */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    find('#new-topic').addEventListener('click', this.#handlers.newTopic, { signal });
    find('#change-name').addEventListener('click', this.#handlers.changeName, { signal });
    find('#account').addEventListener('click', this.#handlers.account, { signal });
    find('#leave').addEventListener('click', this.#handlers.leave, { signal });
  }

  stop() {
    this.#life?.abort();
  }

  /** @param {Me} me */
  drawMe({ name, hasAccount, isAdmin }) {
    this.#me.replaceChildren(avatar(name), element('bdi', {}, name));
    find('#administration').hidden = !isAdmin;
    find('#change-name').hidden = hasAccount;
    find('#account').hidden = !hasAccount;
    find('#leave').textContent = hasAccount ? 'Sign out' : 'Leave';
  }

  /**
   * @param {Topic[]} topics
   * @param {string} current
   */
  drawTopics(topics, current) {
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
