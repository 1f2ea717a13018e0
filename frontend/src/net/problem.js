import { say } from '../words.js';

/** The server refused, in a sentence fit for showing (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} code the stable code for programs; empty if the server gave no code
   * @param {string} detail
   */
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** @param {Response} response */
  static async of(response) {
    const said = await response.json().catch(() => ({}));
    return new Problem(response.status, said.code ?? '', said.detail || said.title || say('server.answered', { status: String(response.status) }));
  }
}

/** The server did not answer at all, or not in time. */
export class Unreachable extends Error {
  constructor() {
    super(say('server.unreachable'));
  }
}
