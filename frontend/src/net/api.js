import { Http } from './http.js';
/** @import { Hit } from '../model/hits.js' */
/** @import { Message } from '../model/message.js' */
/** @import { Member, Topic } from '../model/topics.js' */
/** @import { ServerSettings } from '../model/server-settings.js' */
/** @import { Token } from '../model/token.js' */

/**
 * The user of this browser, as the server knows it; `null` if there is no user.
 * @typedef {object} Who
 * @property {string | null} name
 * @property {'guest' | 'member' | 'admin' | null} role
 * @property {string} [language] of the account, at a sign-in
 * @property {{name: string, icon?: string}} [server] the server as people see it, if the page asks who the user is
 */

/** The server's HTTP side. Every method throws `Problem` or `Unreachable`. */
export class Api {
  #http;

  /** @param {string} base the page's own address */
  constructor(base) {
    this.#http = new Http(base);
  }

  /** @returns {Promise<Who>} */
  who() {
    return this.#call('GET', 'api/session');
  }

  /**
   * Takes a guest's name for this browser. It changes nothing if the browser has the name already, or if a user is signed in.
   * @param {string} name
   * @returns {Promise<Who>} with the name as the server writes it
   */
  takeName(name) {
    return this.#call('POST', 'api/session', { name });
  }

  /**
   * @param {string} name
   * @param {string} password
   * @returns {Promise<Who>}
   */
  signIn(name, password) {
    return this.#call('POST', 'api/session', { name, password });
  }

  /**
   * Makes an account and signs it in.
   * @param {{name: string, password: string, invite?: string, server?: ServerSettings}} account `server`: of the first admin
   * @returns {Promise<Who>}
   */
  signUp(account) {
    return this.#call('POST', 'api/accounts', account);
  }

  /**
   * Throws if it would make no account.
   * @param {string} invite the secret of an invitation
   */
  checkInvite(invite) {
    return this.#call('POST', 'api/invitation', { invite });
  }

  /** Gives a guest's name back, or signs out. */
  leave() {
    return this.#call('DELETE', 'api/session');
  }

  /**
   * Ends all other sessions of the account.
   * @param {string} current
   * @param {string} password
   */
  changePassword(current, password) {
    return this.#call('POST', 'api/account/password', { current, password });
  }

  /** @param {string} language its tag, which the page has on every device */
  chooseLanguage(language) {
    return this.#call('PUT', 'api/account/language', { language });
  }

  /** @param {string} password */
  deleteAccount(password) {
    return this.#call('POST', 'api/account/deletion', { password });
  }

  /** Throws `origin.forbidden` if the server takes this page for another site's. */
  mayConnect() {
    return this.#call('POST', 'api/origin', {});
  }

  /** @returns {Promise<Topic[]>} */
  topics() {
    return this.#call('GET', 'api/topics');
  }

  /**
   * @param {string} name
   * @returns {Promise<Topic>}
   */
  topic(name) {
    return this.#call('GET', topicPath(name));
  }

  /**
   * @param {Topic} topic
   * @returns {Promise<Topic>}
   */
  createTopic(topic) {
    return this.#call('POST', 'api/topics', topic);
  }

  /**
   * @param {string} name
   * @param {Partial<Topic>} changes
   * @returns {Promise<Topic>}
   */
  changeTopic(name, changes) {
    return this.#call('PATCH', topicPath(name), changes);
  }

  /** @returns {Promise<Topic[]>} one's own, the latest first */
  conversations() {
    return this.#call('GET', 'api/conversations');
  }

  /**
   * Opens the conversation of the user and others. It is the same for the same people.
   * @param {string[]} people
   * @returns {Promise<Topic>}
   */
  converse(people) {
    return this.#call('POST', 'api/conversations', { people });
  }

  /** @returns {Promise<{name: string}[]>} the people whom the user has blocked */
  blocks() {
    return this.#call('GET', 'api/blocks');
  }

  /** @param {string} name */
  block(name) {
    return this.#call('PUT', `api/blocks/${encodeURIComponent(name)}`);
  }

  /** @param {string} name */
  unblock(name) {
    return this.#call('DELETE', `api/blocks/${encodeURIComponent(name)}`);
  }

  /**
   * Finds other people with an account.
   * @param {string} part of a name
   * @returns {Promise<{name: string}[]>} the best first
   */
  people(part) {
    return this.#call('GET', `api/people?${new URLSearchParams({ q: part })}`);
  }

  /**
   * @param {string} topic
   * @returns {Promise<Member[]>} by name
   */
  members(topic) {
    return this.#call('GET', `${topicPath(topic)}/members`);
  }

  /**
   * @param {string} topic
   * @param {Member} member
   */
  invite(topic, { name, moderator }) {
    return this.#call('PUT', `${topicPath(topic)}/members/${encodeURIComponent(name)}`, { moderator });
  }

  /**
   * @param {string} topic
   * @param {string} name
   */
  dismiss(topic, name) {
    return this.#call('DELETE', `${topicPath(topic)}/members/${encodeURIComponent(name)}`);
  }

  /**
   * @param {string} topic
   * @param {{before?: number, after?: number, around?: number, at?: string, limit: number}} page `at`: a time, ISO 8601
   * @returns {Promise<Message[]>} newest first if they are before a number, otherwise oldest first
   */
  messages(topic, page) {
    const query = new URLSearchParams(Object.entries(page).map(([name, value]) => [name, String(value)]));
    return this.#call('GET', `${topicPath(topic)}/messages?${query}`);
  }

  /**
   * Finds messages in all topics that one may read.
   * @param {{q: string, sort: 'newest' | 'best', before?: string, zone: string}} search `before`: the last hit of the page before
   * @returns {Promise<Hit[]>} none only at the end
   */
  search({ before, ...search }) {
    return this.#call('GET', `api/search?${new URLSearchParams(before ? { ...search, before } : search)}`);
  }

  /** @returns {Promise<{topic: string, text: string}[]>} the unsent texts of one's account */
  drafts() {
    return this.#call('GET', 'api/drafts');
  }

  /**
   * @param {string} topic
   * @param {string} text empty if there is none any more
   */
  keepDraft(topic, text) {
    return this.#call('PUT', `api/drafts/${encodeURIComponent(topic)}`, { text });
  }

  /** @returns {Promise<{key: string}>} with which a browser subscribes */
  pushKey() {
    return this.#call('GET', 'api/push');
  }

  /**
   * @param {PushSubscriptionJSON} subscription of this browser
   * @returns {Promise<{id: string}>}
   */
  push(subscription) {
    return this.#call('PUT', 'api/push', subscription);
  }

  /** @param {string} id */
  endPush(id) {
    return this.#call('DELETE', `api/push/${id}`);
  }

  /** @returns {Promise<Token[]>} one's own, the newest first */
  tokens() {
    return this.#call('GET', 'api/tokens');
  }

  /**
   * @param {{name: string, days: number}} wanted
   * @returns {Promise<Token & {token: string}>} with the secret, this once
   */
  createToken(wanted) {
    return this.#call('POST', 'api/tokens', wanted);
  }

  /** @param {number} id */
  revokeToken(id) {
    return this.#call('DELETE', `api/tokens/${id}`);
  }

  /**
   * @param {string} topic
   * @param {number} seq
   */
  deleteMessage(topic, seq) {
    return this.#call('DELETE', `${topicPath(topic)}/messages/${seq}`);
  }

  /**
   * @param {string} topic
   * @param {number} seq
   */
  removePreview(topic, seq) {
    return this.#call('DELETE', `${topicPath(topic)}/messages/${seq}/preview`);
  }

  /**
   * Shows a message to the admins.
   * @param {string} topic
   * @param {number} seq
   * @param {string} reason may be empty
   */
  report(topic, seq, reason) {
    return this.#call('POST', `${topicPath(topic)}/messages/${seq}/report`, { reason });
  }

  /**
   * Mutes or bans a user in a topic.
   * @param {string} topic
   * @param {'mutes' | 'bans'} kind
   * @param {{username: string, minutes?: number, reason?: string}} sanction
   */
  impose(topic, kind, sanction) {
    return this.#call('POST', `${topicPath(topic)}/${kind}`, sanction);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  #call(method, path, body) {
    return this.#http.call(method, path, body);
  }
}

/** @param {string} name */
function topicPath(name) {
  return `api/topics/${encodeURIComponent(name)}`;
}
