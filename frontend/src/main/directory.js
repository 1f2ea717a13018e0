import { Topics } from '../model/topics.js';
/** @import { KeptUser } from '../model/kept.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Identity } from './identity.js' */

/** The topics of the server, as far as the page knows them, and the user's conversations. */
export class Directory {
  #api;
  #me;
  #topics = new Topics();
  #loaded = false;
  /** @type {(topics: Topic[]) => Topic[]} puts them into the order in which they are listed */
  arrange = topics => topics;

  /**
   * @param {Api} api
   * @param {Identity} me
   * @param {KeptUser} [kept] what this browser has kept, until the server answers
   */
  constructor(api, me, kept) {
    this.#api = api;
    this.#me = me;
    if (kept) {
      this.#topics.replace(kept.topics, kept.conversations);
      this.#loaded = true;
    }
  }

  /** Asks the server. */
  async load() {
    const [topics, conversations] = await Promise.all([this.#api.topics(), this.#me.hasAccount ? this.#api.conversations() : []]);
    this.#topics.replace(topics, conversations);
    this.#loaded = true;
  }

  /**
   * Asks the server about one topic.
   * @param {string} name
   */
  async refresh(name) {
    this.add(await this.#api.topic(name));
  }

  /** @param {Topic} wanted */
  async create(wanted) {
    const topic = await this.#api.createTopic(wanted);
    this.add(topic);
    return topic;
  }

  /**
   * Opens the conversation with other people, which the server creates if there is none.
   * @param {string[]} people
   */
  async converse(people) {
    const topic = await this.#api.converse(people);
    this.add(topic);
    return topic;
  }

  /** @param {string} name */
  remove(name) {
    this.#topics.remove(name);
  }

  /** @param {Topic} topic */
  add(topic) {
    this.#topics.add(topic);
  }

  /** @param {string} name */
  get(name) {
    return this.#topics.get(name);
  }

  /** False until the server has answered once, or what was kept is here: until then a topic that is not here may exist. */
  get loaded() {
    return this.#loaded;
  }

  /** The topics, without conversations. */
  get list() {
    return this.arrange(this.#topics.list);
  }

  /** The conversations, the latest first. */
  get conversations() {
    return this.#topics.conversations;
  }

  /** @param {string} name of a conversation that has news */
  touch(name) {
    this.#topics.touch(name);
  }
}
