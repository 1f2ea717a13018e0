import { Topics } from '../model/topics.js';
/** @import { KeptUser } from '../model/kept.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Identity } from './identity.js' */

/**
 * Something that the page has heard of a topic.
 * @typedef {object} TopicNews
 * @property {string} name
 * @property {() => void} again takes it once more
 */

/** The topics of the server, as far as the page knows them, and the user's conversations. */
export class Directory {
  #api;
  #me;
  #topics = new Topics();
  #loaded = false;
  /** @type {Set<TopicNews[]>} the news since each question that the server has not answered: its answer may be older */
  #questions = new Set();
  /** The number of the last question for all topics, and of the last one that was answered. */
  #asked = 0;
  #answered = 0;
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

  /** Asks the server. Of several answers, only one to a later question counts. */
  async load() {
    const own = ++this.#asked;
    const { answer: [topics, conversations], news } = await this.#ask(() =>
      Promise.all([this.#api.topics(), this.#me.hasAccount ? this.#api.conversations() : []]));
    if (own > this.#answered) {
      this.#answered = own;
      this.#topics.replace(topics, conversations);
      news.forEach(({ again }) => again());
      this.#loaded = true;
    }
  }

  /**
   * Asks the server about one topic.
   * @param {string} name
   */
  async refresh(name) {
    await this.#askForOne(() => this.#api.topic(name));
  }

  /** @param {Topic} wanted */
  create(wanted) {
    return this.#askForOne(() => this.#api.createTopic(wanted));
  }

  /**
   * Changes a topic.
   * @param {string} name
   * @param {Partial<Topic>} changes
   * @returns {Promise<Topic | undefined>} as it is known now; undefined if the user can no longer read it
   */
  async change(name, changes) {
    await this.#askForOne(() => this.#api.changeTopic(name, changes));
    return this.get(name);
  }

  /**
   * Opens the conversation with other people, which the server creates if there is none.
   * @param {string[]} people
   */
  converse(people) {
    return this.#askForOne(() => this.#api.converse(people));
  }

  /** @param {string} name */
  remove(name) {
    this.#topics.remove(name);
    this.#note({ name, again: () => this.#topics.remove(name) });
  }

  /** @param {Topic} topic */
  add(topic) {
    this.#topics.add(topic);
    const { name, head = 0 } = topic;
    // An answer may know of later events.
    this.#note({ name, again: () => this.#topics.add({ ...topic, head: Math.max(head, this.get(name)?.head ?? 0) }) });
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
    this.#note({ name, again: () => this.#topics.touch(name) });
  }

  /** @param {TopicNews} news */
  #note(news) {
    this.#questions.forEach(since => since.push(news));
  }

  /**
   * @param {() => Promise<Topic>} question
   * @returns {Promise<Topic>} the answer
   */
  async #askForOne(question) {
    const { answer, news } = await this.#ask(question);
    this.add(answer);
    news.filter(({ name }) => name === answer.name).forEach(each => {
      each.again();
      this.#note(each);
    });
    return answer;
  }

  /**
   * @template T
   * @param {() => Promise<T>} question
   * @returns {Promise<{answer: T, news: TopicNews[]}>} `news`: those that have come since the question
   */
  async #ask(question) {
    /** @type {TopicNews[]} */
    const news = [];
    this.#questions.add(news);
    try {
      return { answer: await question(), news };
    } finally {
      this.#questions.delete(news);
    }
  }
}
