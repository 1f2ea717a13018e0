import { Topics } from '../model/topics.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */

/** The topics of the server, as far as the page knows them. */
export class Directory {
  #api;
  #topics = new Topics();
  #loaded = false;

  /** @param {Api} api */
  constructor(api) {
    this.#api = api;
  }

  /** Asks the server. */
  async load() {
    this.#topics.replace(await this.#api.topics());
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

  /** False until the server has answered once: until then a topic that is not here may exist. */
  get loaded() {
    return this.#loaded;
  }

  get list() {
    return this.#topics.list;
  }
}
