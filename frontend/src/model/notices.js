import { nameOf } from './attachment.js';
import { unmarked } from './formatted.js';
import { say } from '../words.js';

/** @import { Attachment } from './attachment.js' */

/**
 * A notice of the server that a message is for the user.
 * @typedef {object} Notice
 * @property {'mention' | 'direct' | 'hook'} type
 * @property {string} topic
 * @property {number} seq
 * @property {string} sender
 * @property {string} text the start of the message
 * @property {Attachment[]} [attachments] its files
 * @property {string} sentAt ISO 8601
 */
/**
 * A notice that a webhook for the mentions of the user was turned off.
 * @typedef {{type: 'account-hook', sender: string}} AccountNotice `sender`: the host
 */
/**
 * What the browser shows of it.
 * @typedef {object} Summary
 * @property {string} title
 * @property {string} body
 * @property {string} tag the same for one message in all tabs
 */
/** @typedef {{notify: boolean, sound: boolean}} Wishes */

/** Nothing, until it is asked for. */
export const NO_WISHES = Object.freeze({ notify: false, sound: false });

/**
 * @param {Notice} notice
 * @param {string} title of the topic
 * @returns {Summary}
 */
export function summaryOf({ type, topic, seq, sender, text, attachments }, title) {
  return {
    title: titleOf(type, sender, title),
    body: unmarked(text) || nameOf(attachments),
    tag: `${topic}/${seq}`,
  };
}

/**
 * @param {Notice['type']} type
 * @param {string} sender
 * @param {string} topic
 */
function titleOf(type, sender, topic) {
  if (type === 'direct') {
    return sender;
  }
  return type === 'hook' ? say('notices.hook', { host: sender, topic }) : say('notices.mention', { sender, topic });
}
