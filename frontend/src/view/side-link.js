import { hashOf } from '../model/route.js';
import { shortly } from '../model/unread.js';
import { say } from '../words.js';
import { element } from './element.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Unread } from '../model/unread.js' */

/**
 * What the side bar shows at a topic or a conversation.
 * @typedef {{current: boolean, news: boolean, mentions: number, muted: boolean, favourite: boolean}} LinkState
 */

/**
 * @param {string} name
 * @param {string} current the name of the open topic
 * @param {Unread} unread
 * @returns {LinkState}
 */
export function linkState(name, current, unread) {
  const { level, favourite } = unread.of(name);
  return { current: name === current, news: unread.news(name) > 0, mentions: unread.mentions(name), muted: level === 'muted', favourite };
}

/**
 * An item of the side bar: the link and the button of the preferences.
 * @param {Topic} topic
 * @param {LinkState} state
 * @param {{before?: HTMLElement[], after?: HTMLElement[]}} parts what stands at the title
 */
export function sideItem({ name, title }, { current, news, mentions, muted, favourite }, { before = [], after = [] }) {
  const badge = mentions ? [element('span', { 'class': 'badge', 'aria-hidden': 'true' }, shortly(mentions)),
    element('span', { class: 'unseen' }, ` ${say('unread.mentions', { count: mentions })}`)] : [];
  const link = element('a', { href: hashOf(name) }, ...before, element('span', { class: 'topics__title', dir: 'auto' }, title),
    ...news ? [element('span', { class: 'unseen' }, ` ${say('unread.new')}`)] : [], ...after, ...badge);
  if (current) {
    link.setAttribute('aria-current', 'page');
  }
  link.toggleAttribute('data-new', news || mentions > 0);
  link.toggleAttribute('data-muted', muted);
  link.toggleAttribute('data-favourite', favourite);
  const more = element('button', { 'class': 'icon-button topics__more', 'type': 'button', 'data-topic': name, 'aria-haspopup': 'dialog',
    'aria-label': say('topic.preferences', { topic: title }) }, '⋯');
  return element('li', {}, link, more);
}
