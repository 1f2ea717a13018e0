import { say } from '../words.js';

/** @typedef {'all' | 'mentions' | 'muted'} Level the messages of a topic that the user wants to be told of */
/**
 * The state of a topic, as the server counts.
 * @typedef {object} TopicState
 * @property {string} topic
 * @property {number} head the number of its newest event
 * @property {number} read the number of the last event that the user has read
 * @property {number} unread
 * @property {number} mentions
 * @property {Level} level
 * @property {boolean} favourite
 */
/** @typedef {{type: 'state' | 'changed', topics: TopicState[], gone?: string[]}} UnreadNotice */

/** The server counts no further. */
const MOST = 1_000;

/** More is not shown where room is short. */
const SHORT = 99;

const SEEN = /** @type {const} */ ({ head: 0, read: 0, unread: 0, mentions: 0, level: 'all', favourite: false });

/** What is new in each topic. */
export class Unread {
  /** @type {Map<string, TopicState>} */
  #states = new Map();
  /** False until the server has told everything. */
  known = false;
  /** The topic that the user is looking at, in which nothing is new; may be empty. */
  lookedAt = '';

  /** @param {UnreadNotice} notice */
  take({ type, topics, gone = [] }) {
    if (type === 'state') {
      this.#states.clear();
      this.known = true;
    }
    topics.forEach(state => this.#states.set(state.topic, state));
    gone.forEach(topic => this.#states.delete(topic));
  }

  /**
   * @param {string} topic
   * @returns {TopicState}
   */
  of(topic) {
    return this.#states.get(topic) ?? { topic, ...SEEN };
  }

  /**
   * The number of messages of which the user wants to be told.
   * @param {string} topic
   */
  news(topic) {
    const { level, unread, mentions } = this.of(topic);
    return topic === this.lookedAt || level === 'muted' ? 0 : level === 'all' ? unread : mentions;
  }

  /**
   * The number of mentions.
   * @param {string} topic
   */
  mentions(topic) {
    return topic === this.lookedAt ? 0 : this.of(topic).mentions;
  }

  /** The number of messages in all topics of which the user wants to be told. */
  get total() {
    return [...this.#states.keys()].reduce((sum, topic) => sum + this.news(topic), 0);
  }
}

/**
 * A number of messages as a label; empty if there are none.
 * @param {number} count as the server counts
 */
export function newMessages(count) {
  return count === 0 ? '' : count >= MOST ? say('unread.many', { count: MOST }) : say('unseen.count', { count });
}

/**
 * A number in little room.
 * @param {number} count
 */
export function shortly(count) {
  return count > SHORT ? `${SHORT}+` : String(count);
}
