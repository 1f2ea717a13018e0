/**
 * @typedef {object} Topic
 * @property {string} name
 * @property {string} title
 * @property {string} [description]
 * @property {number} [head] the number of its newest message
 * @property {'open' | 'members' | 'private'} [access] the readers of the topic
 * @property {boolean} [announcements] true if only moderators post
 * @property {boolean} [mayPost] false if the user may not post
 * @property {boolean} [mayModerate] true if the user may change it
 * @property {boolean} [member] true if the user was invited to it
 */
/**
 * A user who was invited to a topic.
 * @typedef {{name: string, moderator: boolean}} Member
 */

export const LOBBY = 'lobby';

const NAME = /^(?=.{1,64}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** All known topics: the lobby first, the others by title. */
export class Topics {
  /** @type {Map<string, Topic>} */
  #byName = new Map();

  /** @param {Topic[]} topics */
  replace(topics) {
    this.#byName = new Map(topics.map(topic => [topic.name, topic]));
  }

  /** @param {Topic} topic */
  add(topic) {
    this.#byName.set(topic.name, { ...this.#byName.get(topic.name), ...topic });
  }

  /** @param {string} name */
  remove(name) {
    this.#byName.delete(name);
  }

  /** @param {string} name */
  get(name) {
    return this.#byName.get(name);
  }

  get list() {
    const others = [...this.#byName.values()].filter(({ name }) => name !== LOBBY);
    others.sort((a, b) => a.title.localeCompare(b.title));
    const lobby = this.#byName.get(LOBBY);
    return lobby ? [lobby, ...others] : others;
  }
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
