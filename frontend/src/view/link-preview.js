import { addressOf, shownSize } from '../model/attachment.js';
import { placeOf } from '../model/link-preview.js';
import { isHere } from '../model/route.js';
import { element } from './element.js';
/** @import { Preview } from '../model/link-preview.js' */

/**
 * The preview of a link, all of which is this link; nothing for a link within the page.
 * @param {Preview} preview
 * @returns {HTMLElement[]}
 */
export function linkPreview({ url, title, description, picture }) {
  const place = placeOf(url);
  if (!place || isHere(place.href, document.baseURI)) {
    return [];
  }
  const words = [['host', place.host], ['title', title], ['about', description]].filter(([, text]) => text);
  return [element('a', {
    'class': `preview${words.length > 1 ? '' : ' preview--picture'}`,
    'href': place.href, 'title': place.href, 'target': '_blank', 'rel': 'noopener noreferrer nofollow',
  }, ...picture ? [image(picture)] : [],
  element('span', { 'class': 'preview__words' }, ...words.map(([kind, text = '']) => element('span', { 'class': `preview__${kind}`, 'dir': 'auto' }, text))))];
}

/**
 * Its size is known before it has come, so nothing jumps then.
 * @param {{url: string, width: number, height: number}} picture
 */
function image(picture) {
  const { width, height } = shownSize({ ...picture, name: '', type: '', size: 0 });
  return element('img', { 'src': addressOf(picture.url), 'alt': '', 'width': `${width}`, 'height': `${height}`, 'loading': 'lazy', 'decoding': 'async' });
}
