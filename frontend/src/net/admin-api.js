import { Http } from './http.js';
/** @import { Act } from '../model/admin/audit-entry.js' */
/** @import { Invitation } from '../model/admin/invite-entry.js' */
/** @import { Kind, Restriction, Wanted } from '../model/admin/restriction.js' */
/** @import { Report } from '../model/admin/report-entry.js' */
/** @import { ServerSettings } from '../model/server-settings.js' */
/** @import { Account } from '../model/admin/user-entry.js' */
/** @import { Token } from '../model/token.js' */
/** @import { Problem } from './problem.js' */

/** The server's HTTP side for admins. Every method throws `Problem` or `Unreachable`. */
export class AdminApi {
  #http;

  /**
   * @param {string} base the page's own address
   * @param {(problem: Problem) => void} refused is told of every refusal, before the caller is
   */
  constructor(base, refused) {
    this.#http = new Http(base, refused);
  }

  /**
   * @param {number | undefined} after the number of the last one that is known
   * @param {number} limit
   * @returns {Promise<Account[]>} the eldest first
   */
  users(after, limit) {
    return this.#http.call('GET', `api/admin/users?${query({ after, limit })}`);
  }

  /**
   * @param {number} id
   * @param {'member' | 'admin'} role
   */
  changeRole(id, role) {
    return this.#http.call('PUT', `api/admin/users/${id}/role`, { role });
  }

  /**
   * @param {ServerSettings} changes
   * @returns {Promise<Required<ServerSettings>>} all settings after that
   */
  changeSettings(changes) {
    return this.#http.call('PATCH', 'api/admin/settings', changes);
  }

  /**
   * @param {Blob} file
   * @returns {Promise<{icon: string}>}
   */
  putIcon(file) {
    return this.#http.call('PUT', 'api/admin/icon', file);
  }

  removeIcon() {
    return this.#http.call('DELETE', 'api/admin/icon');
  }

  /** @returns {Promise<Token[]>} everybody's */
  tokens() {
    return this.#http.call('GET', 'api/admin/tokens');
  }

  /** @param {number} id */
  revokeToken(id) {
    return this.#http.call('DELETE', `api/tokens/${id}`);
  }

  /**
   * @param {number | undefined} before the number of the last one that is known
   * @param {number} limit
   * @returns {Promise<Invitation[]>} the newest first
   */
  invites(before, limit) {
    return this.#http.call('GET', `api/invites?${query({ before, limit })}`);
  }

  /**
   * @param {number} days
   * @returns {Promise<{id: number, link: string, expiresAt: string}>} with the link, this once
   */
  createInvite(days) {
    return this.#http.call('POST', 'api/invites', { days });
  }

  /** @param {number} id */
  revokeInvite(id) {
    return this.#http.call('DELETE', `api/invites/${id}`);
  }

  /**
   * @param {Kind} kind
   * @returns {Promise<Restriction[]>}
   */
  restrictions(kind) {
    return this.#http.call('GET', `api/${kind}s`);
  }

  /** @param {Wanted} wanted */
  restrict({ kind, ...wanted }) {
    return this.#http.call('POST', `api/${kind}s`, wanted);
  }

  /**
   * @param {Kind} kind
   * @param {number} id
   */
  lift(kind, id) {
    return this.#http.call('DELETE', `api/${kind}s/${id}`);
  }

  /**
   * @param {number | undefined} before the number of the last one that is known
   * @param {number} limit
   * @returns {Promise<Report[]>} the newest first
   */
  reports(before, limit) {
    return this.#http.call('GET', `api/reports?${query({ before, limit })}`);
  }

  /** @param {number} id */
  dismissReport(id) {
    return this.#http.call('DELETE', `api/reports/${id}`);
  }

  /**
   * @param {number | undefined} before the number of the last one that is known
   * @param {number} limit
   * @returns {Promise<Act[]>} the newest first
   */
  audit(before, limit) {
    return this.#http.call('GET', `api/audit?${query({ before, limit })}`);
  }
}

/** @param {Record<string, number | undefined>} page */
function query(page) {
  const known = Object.entries(page).filter(([, value]) => value !== undefined);
  return new URLSearchParams(known.map(([key, value]) => [key, String(value)]));
}
