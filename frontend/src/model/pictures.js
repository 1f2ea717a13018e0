import { kindOf } from './attachment.js';
/** @import { Attachment } from './attachment.js' */
/** @import { Message } from './message.js' */

/**
 * A picture of the topic.
 * @typedef {Attachment & {key: string, sender: string, sentAt: string}} Picture
 */

/**
 * The pictures of messages, in their order.
 * @param {Message[]} messages
 * @returns {Picture[]}
 */
export function picturesOf(messages) {
  return messages.flatMap(({ seq, sender, sentAt, attachments = [] }) => attachments
    .map((attachment, index) => ({ ...attachment, key: keyOfPicture(seq, index), sender, sentAt }))
    .filter(attachment => kindOf(attachment) === 'picture'));
}

/**
 * @param {number} seq of the message
 * @param {number} index among its files
 */
export function keyOfPicture(seq, index) {
  return `${seq}/${index}`;
}

/**
 * The picture that a distance leads to; at an end it stays. If the picture is gone, the one that has come to its place.
 * @param {Picture[]} pictures
 * @param {Picture[]} before the pictures as they were
 * @param {string} key of the present picture
 * @param {number} [distance]
 * @returns {Picture | undefined} absent if there are none
 */
export function pictureAt(pictures, before, key, distance = 0) {
  const here = pictures.findIndex(picture => picture.key === key);
  const at = here >= 0 ? here + distance : before.findIndex(picture => picture.key === key);
  return pictures[Math.max(0, Math.min(at, pictures.length - 1))];
}
