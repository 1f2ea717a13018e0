import { addressOf, kindOf, shownSize } from '../model/attachment.js';
import { plainName } from '../model/file-name.js';
import { sizeLabel } from '../model/file-size.js';
import { say } from '../words.js';
import { element } from './element.js';
/** @import { Attachment } from '../model/attachment.js' */

/**
 * The files of a message.
 * @param {Attachment[]} attachments
 */
export function attachmentsElement(attachments) {
  return element('div', { 'class': 'files', 'role': 'group', 'aria-label': say('attach.group') }, ...attachments.map(attachmentElement));
}

/**
 * Shows how far a file has come, wherever it is shown.
 * @param {{key: string, sent: number}} upload
 */
export function drawProgress({ key, sent }) {
  document.querySelectorAll(`progress[data-upload="${key}"]`).forEach(bar => {
    /** @type {HTMLProgressElement} */ (bar).value = sent;
  });
}

/**
 * @param {string} key of a file
 * @param {string} name
 * @param {number} sent
 */
export function progressElement(key, name, sent) {
  return element('progress', { 'max': '1', 'value': String(sent), 'data-upload': key, 'aria-label': say('attach.uploading', { name }) });
}

/**
 * @param {Attachment} attachment
 * @param {number} index among the files of its message
 */
function attachmentElement(attachment, index) {
  const kind = kindOf(attachment);
  switch (kind) {
    case 'picture': return picture(attachment, index);
    case 'sound':
    case 'film': return playable(kind, attachment) ? player(kind, attachment) : file(attachment);
    default: return file(attachment);
  }
}

/**
 * Its size is known before it has come, so nothing jumps then.
 * @param {Attachment} attachment
 * @param {number} index
 */
function picture(attachment, index) {
  const name = plainName(attachment.name);
  const { width, height } = shownSize(attachment);
  const image = element('img', {
    'src': addressOf(attachment.thumbnail ?? attachment.url), 'alt': '', 'width': `${width}`, 'height': `${height}`, 'loading': 'lazy', 'decoding': 'async',
  });
  const button = element('button', {
    'class': 'picture', 'type': 'button', 'data-action': 'picture', 'data-file': `${index}`, 'title': name, 'aria-haspopup': 'dialog',
    'aria-label': say('attach.open', { name }),
  }, image);
  image.addEventListener('error', () => button.replaceWith(file(attachment)));
  return button;
}

/**
 * @param {'sound' | 'film'} kind
 * @param {Attachment} attachment
 */
function playable(kind, { type }) {
  return document.createElement(kind === 'film' ? 'video' : 'audio').canPlayType(type) !== '';
}

/**
 * @param {'sound' | 'film'} kind
 * @param {Attachment} attachment
 */
function player(kind, attachment) {
  const { name, url } = attachment;
  const src = addressOf(url);
  const label = plainName(name);
  return element('figure', { 'class': kind },
    kind === 'film' ? element('video', { 'src': src, 'controls': '', 'preload': 'metadata', 'playsinline': '', 'aria-label': label, ...sizeOf(attachment) })
      : element('audio', { 'src': src, 'controls': '', 'preload': 'none', 'aria-label': label }),
    element('figcaption', {}, file(attachment)));
}

/** @param {Attachment} attachment */
function sizeOf(attachment) {
  const { width, height } = shownSize(attachment.width && attachment.height ? attachment : { ...attachment, width: 16 * 24, height: 9 * 24 });
  return { width: `${width}`, height: `${height}` };
}

/**
 * A link once the file is stored.
 * @param {Attachment} attachment
 */
function file({ name, size, url, key, id }) {
  const label = plainName(name);
  const words = [element('bdi', { 'class': 'file__name' }, label), ' ', element('span', { 'class': 'file__size' }, sizeLabel(size))];
  return url ? element('a', { 'class': 'file', 'href': addressOf(url), 'download': label, 'title': say('attach.download', { name: label }) }, ...words)
    : element('div', { 'class': 'file' }, ...words, ...key && !id ? [progressElement(key, label, 0)] : []);
}
