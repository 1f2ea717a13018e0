import { Signal } from './signal.js';
import { isDirect, presentIn } from './topics.js';
/** @import { Topic } from './topics.js' */
/** @import { Row } from './transcript.js' */

/** The people whom the user has blocked. In conversations their messages are hidden until the user asks for one. */
export class Blocked {
  /** @type {Signal<[]>} Others are blocked than before. */
  changed = new Signal();
  #names = new Set();
  /** @type {Set<string>} keys of rows that the user has asked for */
  #shown = new Set();

  /** @param {string[]} names */
  replace(names) {
    this.#names = new Set(names);
    this.changed.tell();
  }

  /** @param {{name: string, blocked: boolean}} news */
  take({ name, blocked }) {
    if (blocked) {
      this.#names.add(name);
    } else {
      this.#names.delete(name);
    }
    this.changed.tell();
  }

  /** In no order. */
  get names() {
    return [...this.#names];
  }

  /** @param {string} name */
  has(name) {
    return this.#names.has(name);
  }

  /**
   * The blocked person in a conversation of two; empty if there is none.
   * @param {Topic} topic
   */
  alone(topic) {
    const people = isDirect(topic) ? presentIn(topic) : [];
    return people.length === 2 ? people.find(name => this.has(name)) ?? '' : '';
  }

  /** @param {string} key of a row */
  show(key) {
    this.#shown.add(key);
  }

  /**
   * @param {Row[]} rows
   * @param {Topic} topic
   * @returns {Row[]}
   */
  hide(rows, topic) {
    if (!isDirect(topic) || this.#names.size === 0) {
      return rows;
    }
    return rows.map(row => row.kind === 'message' && this.has(row.sender) && !row.deleted && !this.#shown.has(`${topic.name}/${row.seq}`)
      ? { ...row, text: '', attachments: [], preview: undefined, hidden: true, acts: [], reactions: [], reply: undefined } : row);
  }
}
