import { httpAddress } from './links.js';

/**
 * What the server has found behind a link.
 * @typedef {object} Preview
 * @property {string} url the link as it stands in the text
 * @property {string} [title]
 * @property {string} [description]
 * @property {{url: string, width: number, height: number}} [picture] `url`: a path of the server; its size in pixels
 */

/**
 * The address of a link, and its host in a form in which no letter looks like another one; null if it is none of the web.
 * @param {string} url
 */
export function placeOf(url) {
  const href = httpAddress(url);
  return href && { href, host: new URL(href).host.replace(/^www\./, '') };
}
