import { formatted } from '../model/formatted.js';
import { isHere } from '../model/route.js';
import { element } from './element.js';
/** @import { Part } from '../model/formatted.js' */
/** @import { Mention } from '../model/mentions.js' */

/** @type {Record<string, 'strong' | 'em' | 's' | 'blockquote' | 'ul' | 'li'>} */
const ELEMENTS = { strong: 'strong', emphasis: 'em', strike: 's', quote: 'blockquote', bullets: 'ul', item: 'li' };

/**
 * A message's text as nodes, with its markup, and with its addresses as links.
 * @param {string} text
 * @param {Mention[]} mentions the people whom it mentions
 * @returns {Node[]}
 */
export function textNodes(text, mentions) {
  return nodes(formatted(text, mentions));
}

/** @param {Part[]} parts */
function nodes(parts) {
  return parts.map(node);
}

/**
 * @param {Part} part
 * @returns {Node}
 */
function node(part) {
  const { kind, text = '', parts } = part;
  switch (kind) {
    case 'text': return document.createTextNode(text);
    case 'link': return link(part);
    case 'code': return element('code', {}, text);
    case 'block': return block(part);
    case 'mention': return mention(part);
    // Each paragraph has a direction of its own.
    case 'paragraph': return element('p', { 'dir': 'auto' }, ...nodes(parts));
    case 'numbers': return element('ol', { 'start': String(part.start) }, ...nodes(parts));
    default: return element(ELEMENTS[kind], {}, ...nodes(parts));
  }
}

/** @param {Part} part */
function link({ href = '', parts }) {
  if (isHere(href, document.baseURI)) {
    return element('a', { href }, ...nodes(parts));
  }
  return element('a', { href, 'title': href, 'target': '_blank', 'rel': 'noopener noreferrer nofollow' }, ...nodes(parts));
}

/**
 * Other people have a menu.
 * @param {Part} part
 */
function mention({ text = '', mention: { name = '', me = false } = {} }) {
  if (me || !name) {
    return element(me ? 'mark' : 'span', { class: 'mention' }, text);
  }
  return element('button', { 'class': 'mention', 'type': 'button', 'data-action': 'person', 'data-name': name, 'aria-haspopup': 'menu' }, text);
}

/**
 * Wide code scrolls, also by keyboard.
 * @param {Part} part
 */
function block({ text = '', language = '' }) {
  const code = element('code', language ? { 'data-language': language } : {}, text);
  return element('pre', { 'dir': 'ltr', 'tabindex': '0' }, code);
}
