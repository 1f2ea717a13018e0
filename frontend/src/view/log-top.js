import { isDirect } from '../model/topics.js';
import { said, say } from '../words.js';
import { element, find } from './element.js';
/** @import { Topic } from '../model/topics.js' */

/**
 * The state above the oldest message.
 * @typedef {'loading' | 'more' | 'failed' | 'start'} Top
 */

/** What stands above the oldest message. */
export class LogTop {
  root = find('#log-top');
  #shown = '';

  /**
   * @param {Topic} topic
   * @param {Top} top
   * @param {boolean} empty whether there are no messages
   */
  draw(topic, top, empty) {
    const shown = JSON.stringify([topic.title, top, empty]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.root.replaceChildren(topElement(topic, top, empty));
    }
  }
}

/**
 * @param {Topic} topic
 * @param {Top} top
 * @param {boolean} empty
 */
function topElement(topic, top, empty) {
  switch (top) {
    case 'loading': return element('p', {}, say('log.loading'));
    case 'more': return element('p', {});
    case 'failed': return element('p', {}, say('log.failed'), ' ',
      element('button', { 'class': 'text-button', 'type': 'button' }, say('retry')));
    default: return element('div', { 'class': 'log__start' }, element('p', {}, ...said('log.start', { topic: element('bdi', {}, topic.title), direct: String(isDirect(topic)) })),
      element('p', {}, empty ? say('log.empty') : ''));
  }
}
