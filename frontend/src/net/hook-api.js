import { Http } from './http.js';
/** @import { IncomingHook, OutgoingHook, WantedHook } from '../model/hook.js' */

/**
 * What has webhooks: a topic, managed by its moderators, or an account, managed by itself.
 * @typedef {{topic: string} | {account: string}} HookOwner
 */

/** Webhooks. Every method throws `Problem` or `Unreachable`. */
export class HookApi {
  #http;

  /** @param {string} base the page's own address */
  constructor(base) {
    this.#http = new Http(base);
  }

  /**
   * @param {HookOwner} owner
   * @returns {Promise<IncomingHook[]>} the newest first
   */
  incoming(owner) {
    return this.#http.call('GET', path(owner, 'incoming'));
  }

  /**
   * @param {HookOwner} owner
   * @param {{name: string}} wanted
   * @returns {Promise<IncomingHook & {token: string}>} with the secret, this once
   */
  createIncoming(owner, wanted) {
    return this.#http.call('POST', path(owner, 'incoming'), wanted);
  }

  /**
   * @param {HookOwner} owner
   * @returns {Promise<OutgoingHook[]>} the newest first
   */
  outgoing(owner) {
    return this.#http.call('GET', path(owner, 'outgoing'));
  }

  /**
   * @param {HookOwner} owner
   * @param {WantedHook} wanted
   * @returns {Promise<OutgoingHook & {secret: string}>} with the secret, this once
   */
  createOutgoing(owner, wanted) {
    return this.#http.call('POST', path(owner, 'outgoing'), wanted);
  }

  /**
   * @param {HookOwner} owner
   * @param {number} id
   */
  resume(owner, id) {
    return this.#http.call('POST', `${path(owner, 'outgoing')}/${id}/resume`, {});
  }

  /**
   * @param {HookOwner} owner
   * @param {'incoming' | 'outgoing'} kind
   * @param {number} id
   */
  revoke(owner, kind, id) {
    return this.#http.call('DELETE', `${path(owner, kind)}/${id}`);
  }
}

/**
 * @param {HookOwner} owner
 * @param {'incoming' | 'outgoing'} kind
 */
function path(owner, kind) {
  const place = 'topic' in owner ? `topics/${encodeURIComponent(owner.topic)}` : `accounts/${encodeURIComponent(owner.account)}`;
  return `api/${place}/${kind}-hooks`;
}
