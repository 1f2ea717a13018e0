import { say } from '../words.js';

/** The server refused, in a sentence fit for showing (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} code the stable code for programs; empty if the server gave no code
   * @param {string} detail
   * @param {number} [retryAfter] the seconds after which it may be tried again
   */
  constructor(status, code, detail, retryAfter) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** @param {Response} response */
  static async of(response) {
    return Problem.from(response.status, await response.json().catch(() => ({})));
  }

  /**
   * @param {number} status
   * @param {{code?: string, detail?: string, title?: string, retryAfter?: number}} said the body of the response
   */
  static from(status, { code = '', detail, title, retryAfter }) {
    return new Problem(status, code, detail || title || say('server.answered', { status: String(status) }), retryAfter);
  }
}

/** The server did not answer at all, or not in time. */
export class Unreachable extends Error {
  constructor() {
    super(say('server.unreachable'));
  }
}
