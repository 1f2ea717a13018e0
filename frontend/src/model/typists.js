import { listed, say } from '../words.js';

/** A notice that does not come again means nothing after this time in milliseconds. The server says so itself; this is for a lost connection. */
const FORGET_AFTER = 10_000;

const MOST_NAMED = 2;

/** The users who are typing in a topic. */
export class Typists {
  /** @type {string[]} */
  #names = [];
  #count = 0;
  #until = 0;

  /**
   * @param {{count: number, people: string[]}} notice
   * @param {string} me who is not shown
   * @param {number} now in milliseconds
   */
  take({ count, people }, me, now) {
    this.#names = people.filter(name => name !== me);
    this.#count = count - (people.length - this.#names.length);
    this.#until = now + FORGET_AFTER;
  }

  clear() {
    this.#names = [];
    this.#count = 0;
  }

  /**
   * Takes out the author of a message that has come.
   * @param {string} sender
   */
  posted(sender) {
    const rest = this.#names.filter(name => name !== sender);
    this.#count -= this.#names.length - rest.length;
    this.#names = rest;
  }

  /**
   * What the line above the text box says; empty if no other user is typing.
   * @param {number} now in milliseconds
   */
  label(now) {
    if (now >= this.#until || this.#count <= 0) {
      return '';
    }
    return this.#count > MOST_NAMED ? say('typing.several')
      : say('typing.named', { names: listed(this.#names.map(isolated)), count: this.#count });
  }
}

/**
 * A name in Arabic or Hebrew must not turn the words around it.
 * @param {string} name
 */
function isolated(name) {
  return `\u2068${name}\u2069`;
}
