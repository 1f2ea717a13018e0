import { say } from '../words.js';
/** @import { Attachment } from './attachment.js' */
/** @import { Quote } from './message.js' */
/** @import { Shelf } from './shelf.js' */

/**
 * What belongs to a text: the message that it replies to, or the number of the message whose text it replaces, and its files.
 * @typedef {{reply?: Quote, target?: number, attachments?: Attachment[]}} About
 */
/**
 * A message of the user, or an edit, until it comes back from the server. `uploading`: it waits for its files; `sending`: to
 * be sent again after a reconnect; `sent`: stored, not yet seen; `failed`: refused.
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} topic
 * @property {string} text
 * @property {number} writtenAt ms since 1970
 * @property {'uploading' | 'sending' | 'sent' | 'failed'} state
 * @property {string} [reason] why it was refused
 * @property {Quote} [reply] the message that it replies to
 * @property {number} [target] of an edit: the number of the message
 * @property {Attachment[]} [attachments] its files; each has an id once the server has it
 */

/** The user's messages that have not come back from the server yet, in the order written. Survives a reload. */
export class Outbox {
  /** @type {Map<string, Entry>} */
  #entries;
  #shelf;
  #newId;
  #now;

  /**
   * @param {Shelf<Entry[]>} shelf where it is kept
   * @param {() => string} newId
   * @param {() => number} now
   */
  constructor(shelf, newId, now) {
    this.#shelf = shelf;
    this.#newId = newId;
    this.#now = now;
    this.#entries = new Map((shelf.load() ?? []).map(restored).filter(isSomething).map(entry => [entry.id, entry]));
  }

  /**
   * @param {string} topic
   * @param {string} text
   * @param {About} [about]
   */
  add(topic, text, about = {}) {
    /** @type {Entry} */
    const entry = { id: this.#newId(), topic, text, writtenAt: this.#now(), state: isComplete(about) ? 'sending' : 'uploading', ...about };
    this.#edits(topic, about.target).forEach(({ id }) => this.#entries.delete(id));
    this.#put(entry);
    return entry;
  }

  /**
   * The server has a file of a message. With the last one, the message can be sent.
   * @param {string} id
   * @param {Attachment} attachment
   */
  attach(id, attachment) {
    const entry = this.get(id);
    if (entry) {
      const attachments = entry.attachments?.map(each => each.key === attachment.key ? attachment : each);
      this.#put({ ...entry, attachments, state: entry.state === 'uploading' && isComplete({ attachments }) ? 'sending' : entry.state });
    }
  }

  /**
   * The server has stored it.
   * @param {string} id
   */
  accept(id) {
    if (this.get(id)?.target) {
      this.remove(id);
    } else {
      this.#change(id, { state: 'sent', reason: undefined });
    }
  }

  /**
   * The server has refused it.
   * @param {string} id
   * @param {string} reason
   */
  refuse(id, reason) {
    this.#change(id, { state: 'failed', reason });
  }

  /**
   * Sends a refused one again, as the same message.
   * @param {string} id
   */
  retry(id) {
    const { attachments } = this.get(id) ?? {};
    this.#change(id, { state: isComplete({ attachments }) ? 'sending' : 'uploading', reason: undefined });
    return this.#entries.get(id);
  }

  /**
   * It came back, or the user has discarded it.
   * @param {string} id
   */
  remove(id) {
    if (this.#entries.delete(id)) {
      this.#keep();
    }
  }

  /**
   * Drops the stored messages of other topics. They will be seen when those topics are opened.
   * @param {string} topic the one that is open
   */
  forgetSentElsewhere(topic) {
    for (const entry of this.#entries.values()) {
      if (entry.state === 'sent' && entry.topic !== topic) {
        this.remove(entry.id);
      }
    }
  }

  clear() {
    this.#entries.clear();
    this.#keep();
  }

  /** @param {string} id */
  get(id) {
    return this.#entries.get(id);
  }

  /** The messages to send, or send again, on a new connection, in the order written. */
  get unsent() {
    return [...this.#entries.values()].filter(({ state }) => state === 'sending');
  }

  /**
   * The edits of a message that a new one replaces.
   * @param {string} topic
   * @param {number} [target]
   */
  #edits(topic, target) {
    return target ? this.of(topic).filter(entry => entry.target === target && entry.state === 'failed') : [];
  }

  /** @param {string} topic */
  of(topic) {
    return [...this.#entries.values()].filter(entry => entry.topic === topic);
  }

  /**
   * @param {string} id
   * @param {Partial<Entry>} change
   */
  #change(id, change) {
    const entry = this.#entries.get(id);
    if (entry) {
      this.#put({ ...entry, ...change });
    }
  }

  /** @param {Entry} entry */
  #put(entry) {
    this.#entries.set(entry.id, entry);
    this.#keep();
  }

  #keep() {
    this.#shelf.save([...this.#entries.values()]);
  }
}

/**
 * Whether the server has all files.
 * @param {About} about
 */
function isComplete({ attachments = [] }) {
  return attachments.every(({ id }) => id);
}

/**
 * An entry after a reload: the files that the server did not have went with the page.
 * @param {Entry} entry
 * @returns {Entry}
 */
function restored(entry) {
  return isComplete(entry) ? entry
    : { ...entry, state: 'failed', reason: say('attach.lost'), attachments: entry.attachments?.filter(({ id }) => id) };
}

/**
 * Whether it says anything without the files that are gone.
 * @param {Entry} entry
 */
function isSomething({ text, attachments = [] }) {
  return text !== '' || attachments.length > 0;
}
