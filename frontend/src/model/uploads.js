import { plainName } from './file-name.js';
import { Signal } from './signal.js';
/** @import { Attachment } from './attachment.js' */

/**
 * A file that the user adds to a message, until the message is sent. `waiting`: others are sent first.
 * @typedef {object} Upload
 * @property {string} key tells it from all others of this page
 * @property {string} topic of the message
 * @property {Blob} file
 * @property {string} name
 * @property {'waiting' | 'uploading' | 'done' | 'failed'} state
 * @property {number} sent how much of it the server has: 0 to 1
 * @property {string} reason why it failed
 * @property {boolean} lost true if the server could not be reached
 * @property {boolean} hopeless true if there is no use in trying again
 * @property {string} [message] the id of the message in the outbox that waits for it; absent while the message is being written
 * @property {Attachment} [attachment] what the server has made of it
 */

/** The most files that a message may have. */
export const MOST_FILES = 10;

/** How many are sent at a time: more would not be faster, and a browser has few connections. */
const AT_ONCE = 3;

/** The files that are added to messages and not sent yet, in the order in which they were added. They stay in their topic as long as the page lives. */
export class Uploads {
  /** @type {Signal<[]>} There are others than before, or one is in another state. */
  changed = new Signal();
  /** @type {Signal<[Upload]>} The server has more of it. */
  progressed = new Signal();
  /** @type {Signal<[Upload]>} It is done or has failed. */
  ended = new Signal();
  /** @type {Map<string, Upload>} */
  #all = new Map();
  #newId;

  /** @param {() => string} newId */
  constructor(newId) {
    this.#newId = newId;
  }

  /**
   * @param {string} topic
   * @param {Blob & {name?: string}} file
   * @param {string} [refusal] why it is not even tried
   */
  add(topic, file, refusal = '') {
    const key = this.#newId();
    const hopeless = refusal !== '';
    this.#all.set(key, { key, topic, file, name: file.name || 'file', state: hopeless ? 'failed' : 'waiting', sent: 0, reason: refusal, lost: false, hopeless });
    this.changed.tell();
  }

  /** @param {string} key */
  get(key) {
    return this.#all.get(key);
  }

  /**
   * The files of the message that is being written in a topic.
   * @param {string} topic
   */
  of(topic) {
    return [...this.#all.values()].filter(upload => upload.topic === topic && !upload.message);
  }

  /**
   * The files of a message in the outbox.
   * @param {string} message its id
   */
  ofMessage(message) {
    return [...this.#all.values()].filter(upload => upload.message === message);
  }

  /** Those that may start now, in their order. */
  get next() {
    const all = [...this.#all.values()];
    const free = AT_ONCE - all.filter(({ state }) => state === 'uploading').length;
    return all.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free));
  }

  /** Whether a file would be lost with the page. */
  get pending() {
    return this.#all.size > 0;
  }

  /**
   * The files go with a message that the user sends. Those that the server has are no longer needed here.
   * @param {string} topic
   * @param {string} message its id
   */
  take(topic, message) {
    for (const upload of this.of(topic)) {
      if (upload.state === 'done') {
        this.remove(upload.key);
      } else {
        this.#change(upload, { message });
      }
    }
  }

  /**
   * @param {string} key
   * @param {number} sent how much of it the server has
   */
  progress(key, sent) {
    const upload = this.#all.get(key);
    if (upload) {
      const changed = { ...upload, sent };
      this.#all.set(key, changed);
      this.progressed.tell(changed);
    }
  }

  /** @param {string} key */
  begin(key) {
    this.#change(this.get(key), { state: 'uploading', sent: 0 });
  }

  /**
   * @param {string} key
   * @param {Attachment} attachment
   */
  finish(key, attachment) {
    this.#end(this.#change(this.get(key), { state: 'done', sent: 1, attachment }));
  }

  /**
   * @param {string} key
   * @param {string} reason
   * @param {boolean} [lost] true if the server could not be reached
   */
  fail(key, reason, lost = false) {
    this.#end(this.#change(this.get(key), { state: 'failed', sent: 0, reason, lost }));
  }

  /** It is to be tried again later. */
  wait(/** @type {string} */ key) {
    this.#change(this.get(key), { state: 'waiting', sent: 0 });
  }

  /**
   * Tries a file again, in its old place.
   * @param {string} key
   */
  retry(key) {
    const upload = this.get(key);
    if (upload?.state === 'failed' && !upload.hopeless) {
      this.#change(upload, { state: 'waiting', reason: '', lost: false });
    }
  }

  /** Tries those again for which the server could not be reached. */
  retryLost() {
    [...this.#all.values()].filter(({ lost }) => lost).forEach(({ key }) => this.retry(key));
  }

  /** @param {string} key */
  remove(key) {
    if (this.#all.delete(key)) {
      this.changed.tell();
    }
  }

  clear() {
    this.#all.clear();
    this.changed.tell();
  }

  /**
   * @param {Upload | undefined} upload
   * @param {Partial<Upload>} change
   */
  #change(upload, change) {
    const changed = upload && { ...upload, ...change };
    if (changed) {
      this.#all.set(changed.key, changed);
      this.changed.tell();
    }
    return changed;
  }

  /** @param {Upload | undefined} upload */
  #end(upload) {
    if (upload) {
      this.ended.tell(upload);
    }
  }
}

/**
 * A file as a part of a message that is under way.
 * @param {Upload} upload
 * @returns {Attachment}
 */
export function partOf({ key, file, name, attachment }) {
  return { name: plainName(name), type: file.type, size: file.size, ...attachment, key };
}
