import { Http } from './http.js';
/** @import { IncomingHook, OutgoingHook, WantedHook } from '../model/hook.js' */

/** The webhooks of topics, for their moderators. Every method throws `Problem` or `Unreachable`. */
export class HookApi {
  #http;

  /** @param {string} base the page's own address */
  constructor(base) {
    this.#http = new Http(base);
  }

  /**
   * @param {string} topic
   * @returns {Promise<IncomingHook[]>} the newest first
   */
  incoming(topic) {
    return this.#http.call('GET', path(topic, 'incoming'));
  }

  /**
   * @param {string} topic
   * @param {{name: string}} wanted
   * @returns {Promise<IncomingHook & {token: string}>} with the secret, this once
   */
  createIncoming(topic, wanted) {
    return this.#http.call('POST', path(topic, 'incoming'), wanted);
  }

  /**
   * @param {string} topic
   * @returns {Promise<OutgoingHook[]>} the newest first
   */
  outgoing(topic) {
    return this.#http.call('GET', path(topic, 'outgoing'));
  }

  /**
   * @param {string} topic
   * @param {WantedHook} wanted
   * @returns {Promise<OutgoingHook & {secret: string}>} with the secret, this once
   */
  createOutgoing(topic, wanted) {
    return this.#http.call('POST', path(topic, 'outgoing'), wanted);
  }

  /**
   * @param {string} topic
   * @param {number} id
   */
  resume(topic, id) {
    return this.#http.call('POST', `${path(topic, 'outgoing')}/${id}/resume`, {});
  }

  /**
   * @param {string} topic
   * @param {'incoming' | 'outgoing'} kind
   * @param {number} id
   */
  revoke(topic, kind, id) {
    return this.#http.call('DELETE', `${path(topic, kind)}/${id}`);
  }
}

/**
 * @param {string} topic
 * @param {'incoming' | 'outgoing'} kind
 */
function path(topic, kind) {
  return `api/topics/${encodeURIComponent(topic)}/${kind}-hooks`;
}
