import { pieces } from '../model/links.js';
import { element } from './element.js';

/**
 * A message's text as nodes, with its addresses as links.
 * @param {string} text
 * @returns {Node[]}
 */
export function textNodes(text) {
  return pieces(text).map(piece => piece.href ? link(piece.text, piece.href) : document.createTextNode(piece.text));
}

/**
 * @param {string} text
 * @param {string} href
 */
function link(text, href) {
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, text);
}
