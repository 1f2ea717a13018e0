import { plainName } from './file-name.js';

/**
 * A file of a message.
 * @typedef {object} Attachment
 * @property {string} name
 * @property {string} type its media type
 * @property {number} size in bytes
 * @property {number} [width] of a picture or a film, in pixels
 * @property {number} [height]
 * @property {string} [url] where it is: a path of the server; absent until the message is stored
 * @property {string} [thumbnail] where a smaller picture is
 * @property {string} [key] of one that is under way: see `Upload`
 * @property {string} [id] of one that is under way: the server's id, once it is there
 */
/** @typedef {'picture' | 'film' | 'sound' | 'file'} Kind how an attachment is shown */
/** @typedef {{width: number, height: number}} Size in pixels */

/** The pictures that all browsers show, and that cannot contain a script. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

/** Without a small form, a picture with more pixels would take much of a reader's memory. */
const MOST_PIXELS = 25_000_000;

/** The most room that a picture takes among messages, and the least, so that a narrow one can be hit. */
const MOST = { width: 384, height: 288 };
const LEAST = 48;

/**
 * @param {Attachment} attachment
 * @returns {Kind}
 */
export function kindOf(attachment) {
  const { type, url } = attachment;
  if (!url) {
    return 'file';
  }
  return type.startsWith('video/') ? 'film' : type.startsWith('audio/') ? 'sound' : isPicture(attachment) ? 'picture' : 'file';
}

/**
 * One without a size could not be read by the server.
 * @param {Attachment} attachment
 */
function isPicture({ type, width = 0, height = 0, thumbnail }) {
  const pixels = width * height;
  return pixels > 0 && (Boolean(thumbnail) || (PICTURES.has(type) && pixels <= MOST_PIXELS));
}

/**
 * The size in which a picture is shown among messages: as large as it is, within bounds.
 * @param {Attachment} attachment
 * @returns {Size}
 */
export function shownSize({ width = MOST.width, height = MOST.height }) {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(LEAST, Math.round(width * scale)), height: Math.max(LEAST, Math.round(height * scale)) };
}

/**
 * The name of the first file, which stands for a message without a text; empty if there is none.
 * @param {Attachment[]} [attachments]
 */
export function nameOf(attachments = []) {
  return attachments.length > 0 ? plainName(attachments[0].name) : '';
}

/**
 * A path of the server as the page asks for it: a proxy may have put the server into a folder.
 * @param {string} [path]
 */
export function addressOf(path = '') {
  return path.replace(/^\/+/, '');
}
