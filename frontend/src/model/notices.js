import { unmarked } from './formatted.js';
import { say } from '../words.js';

/**
 * A notice of the server that a message is for the user.
 * @typedef {object} Notice
 * @property {'mention' | 'direct'} type
 * @property {string} topic
 * @property {number} seq
 * @property {string} sender
 * @property {string} text the start of the message
 * @property {string} sentAt ISO 8601
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
export function summaryOf({ type, topic, seq, sender, text }, title) {
  return {
    title: type === 'direct' ? sender : say('notices.mention', { sender, topic: title }),
    body: unmarked(text),
    tag: `${topic}/${seq}`,
  };
}
