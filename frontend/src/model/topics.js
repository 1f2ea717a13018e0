import { say } from '../words.js';

/**
 * @typedef {object} Topic
 * @property {string} name
 * @property {string} title
 * @property {string} [description]
 * @property {number} [head] the number of its newest message
 * @property {'open' | 'members' | 'private' | 'direct'} [access] the readers of the topic; `direct`: it is a conversation
 * @property {boolean} [announcements] true if only moderators post
 * @property {boolean} [mayPost] false if the user may not post
 * @property {boolean} [mayModerate] true if the user may change it
 * @property {boolean} [member] true if the user was invited to it
 * @property {Participant[]} [people] of a conversation, by name
 */
/**
 * A person in a conversation.
 * @typedef {{name: string, left?: boolean}} Participant
 */
/**
 * A user who was invited to a topic.
 * @typedef {{name: string, moderator: boolean}} Member
 */

export const LOBBY = 'lobby';

const NAME = /^(?=.{1,64}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** The words of the user for those that the server stores of the lobby, until somebody changes it. */
const LOBBY_WORDS = new Map([
  [say('lobby.title.stored'), say('lobby.title')],
  [say('lobby.description.stored'), say('lobby.description')],
]);

/** All known topics: the lobby first, the others by title. And the user's conversations, the latest first. */
export class Topics {
  /** @type {Map<string, Topic>} */
  #byName = new Map();
  /** @type {string[]} names of conversations, the latest first */
  #latest = [];
  /** @type {Topic[] | null} */
  #sorted = null;

  /**
   * @param {Topic[]} topics
   * @param {Topic[]} [conversations] the latest first
   */
  replace(topics, conversations = []) {
    this.#byName = new Map([...topics, ...conversations].map(topic => [topic.name, translated(topic)]));
    this.#latest = conversations.map(({ name }) => name);
    this.#sorted = null;
  }

  /** @param {Topic} topic */
  add(topic) {
    if (isDirect(topic) && !this.#byName.has(topic.name)) {
      this.#latest.unshift(topic.name);
    }
    this.#byName.set(topic.name, { ...this.#byName.get(topic.name), ...translated(topic) });
    this.#sorted = null;
  }

  /** @param {string} name of a conversation that has news */
  touch(name) {
    if (this.#latest.includes(name)) {
      this.#latest = [name, ...this.#latest.filter(other => other !== name)];
    }
  }

  /** @param {string} name */
  remove(name) {
    this.#byName.delete(name);
    this.#sorted = null;
  }

  /** @param {string} name */
  get(name) {
    return this.#byName.get(name);
  }

  /** The lobby, then the others by title. */
  get list() {
    this.#sorted ??= this.#inOrder();
    return this.#sorted;
  }

  get conversations() {
    return this.#latest.flatMap(name => this.#byName.get(name) ?? []);
  }

  #inOrder() {
    const others = [...this.#byName.values()].filter(topic => topic.name !== LOBBY && !isDirect(topic));
    others.sort((a, b) => a.title.localeCompare(b.title));
    const lobby = this.#byName.get(LOBBY);
    return lobby ? [lobby, ...others] : others;
  }
}

/**
 * @param {Topic} topic
 * @returns {Topic}
 */
function translated(topic) {
  const { name, title, description } = topic;
  return name === LOBBY
    ? { ...topic, title: LOBBY_WORDS.get(title) ?? title, ...(description && { description: LOBBY_WORDS.get(description) ?? description }) }
    : topic;
}

/** @param {Topic} topic */
export function isDirect({ access }) {
  return access === 'direct';
}

/**
 * The names of the people who have not left a conversation.
 * @param {Topic} conversation
 */
export function presentIn({ people = [] }) {
  return people.filter(({ left }) => !left).map(({ name }) => name);
}

/** @param {string} name */
export function isTopicName(name) {
  return NAME.test(name);
}

/**
 * The name that a title suggests, e.g. `café-talk` gives `cafe-talk`. Empty if it has no letter that a name may have.
 * @param {string} title
 */
export function suggestedName(title) {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').slice(0, 64).replace(/^-+|-+$/g, '');
}
