import { hashOf } from '../model/route.js';
import { avatar } from './avatar.js';
import { element, find } from './element.js';
/** @import { Topic } from '../model/topics.js' */

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
   */
  draw(conversations, current) {
    const shown = JSON.stringify([conversations.map(({ name, title }) => [name, title]), current]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      // Redrawing takes the focus along with the link that has it.
      const focused = this.#list.contains(document.activeElement) && document.activeElement?.getAttribute('href');
      this.#list.replaceChildren(...conversations.map(topic => item(topic, topic.name === current)));
      [...this.#list.querySelectorAll('a')].find(link => link.getAttribute('href') === focused)?.focus();
    }
  }
}

/**
 * @param {Topic} conversation
 * @param {boolean} current
 */
function item({ name, title }, current) {
  const link = element('a', { href: hashOf(name) }, avatar(title), element('span', { class: 'topics__title', dir: 'auto' }, title));
  if (current) {
    link.setAttribute('aria-current', 'page');
  }
  return element('li', {}, link);
}
