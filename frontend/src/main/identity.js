import { Problem } from '../net/problem.js';
/** @import { Api, Who } from '../net/api.js' */

/** Who one is on this page, and what one can change about it. */
export class Identity {
  #api;
  #who;

  /**
   * @param {Api} api
   * @param {Who} who
   */
  constructor(api, who) {
    this.#api = api;
    this.#who = who;
  }

  get name() {
    return this.#who.name ?? '';
  }

  get hasAccount() {
    return this.#who.role !== 'guest';
  }

  get isAdmin() {
    return this.#who.role === 'admin';
  }

  /**
   * Before each connection: a guest takes the name again, for the server may have forgotten it; who has an account
   * asks whether the browser is still signed in.
   */
  present = async () => {
    const who = this.hasAccount ? await this.#api.who() : await this.#api.takeName(this.name);
    if (!this.hasAccount && who.role !== 'guest') {
      // In another tab of this browser one has signed in.
      location.reload();
      await new Promise(() => {});
    }
    if (who.name !== this.name) {
      throw new Problem(401, 'session.ended', 'You have been signed out. Please sign in again.');
    }
    this.#who = who;
  };

  /** @param {string} wanted */
  async rename(wanted) {
    this.#who = await this.#api.takeName(wanted);
  }

  /**
   * @param {string} current
   * @param {string} password
   */
  async changePassword(current, password) {
    await sayingWhichPassword(() => this.#api.changePassword(current, password));
  }

  /** @param {string} password */
  async deleteAccount(password) {
    await sayingWhichPassword(() => this.#api.deleteAccount(password));
  }

  /** Reachable or not, whoever leaves is gone from this page. */
  async leave() {
    await this.#api.leave().catch(() => {});
  }
}

/** @param {() => Promise<unknown>} call */
async function sayingWhichPassword(call) {
  try {
    await call();
  } catch (error) {
    throw error instanceof Problem && error.code === 'sign-in.failed'
      ? new Problem(error.status, error.code, 'That is not the password of your account.') : error;
  }
}
