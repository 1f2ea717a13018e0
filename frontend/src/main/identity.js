import { Problem } from '../net/problem.js';
import { say } from '../words.js';
/** @import { Shelf } from '../model/shelf.js' */
/** @import { Api, Who } from '../net/api.js' */
/** @import { ServerFace } from '../view/server.js' */

/** The user of this page, and the changes to the user's name and account. */
export class Identity {
  #api;
  #who;
  #left;
  /** @type {ServerFace | undefined} the server as it was before the present connection */
  server;
  /** Called when the user has taken another name in another tab. */
  renamedElsewhere = () => {};
  /** Called before the user leaves. */
  leaving = async () => {};

  /**
   * @param {Api} api
   * @param {Who} who
   * @param {Shelf<boolean>} left true if the user has left in any tab of this browser
   */
  constructor(api, who, left) {
    this.#api = api;
    this.#who = who;
    this.#left = left;
    left.save(false);
  }

  get name() {
    return this.#who.name ?? '';
  }

  get hasAccount() {
    return this.#who.role !== 'guest';
  }

  /** Whether the user has left in any tab of this browser. */
  get hasLeft() {
    return this.#left.load() ?? false;
  }

  get isAdmin() {
    return this.#who.role === 'admin';
  }

  /**
   * Before each connection: asks for the user of this browser. In another tab the user may have taken another name, signed in
   * or left. A guest that the server has forgotten takes the name again.
   */
  present = async () => {
    let who = await this.#api.who();
    this.server = who.server;
    if (!this.hasAccount && !who.role && !this.#left.load()) {
      who = await this.#api.takeName(this.name);
    }
    if (!this.hasAccount && who.role && who.role !== 'guest') {
      location.reload();
      await new Promise(() => {});
    }
    if (!who.role || (this.hasAccount && who.name !== this.name)) {
      throw new Problem(401, 'session.ended', say('identity.ended'));
    }
    const renamed = who.name !== this.name;
    this.#who = who;
    if (renamed) {
      this.renamedElsewhere();
    }
  };

  /**
   * The server knows the user of a new connection by this name. The user may have taken it since the question before the connection.
   * @param {string} name
   */
  greeted(name) {
    if (name !== this.name) {
      this.#who = { ...this.#who, name };
      this.renamedElsewhere();
    }
  }

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

  /** The user leaves this page even if the server cannot be reached. */
  async leave() {
    this.#left.save(true);
    await this.leaving().catch(() => {});
    await this.#api.leave().catch(() => {});
  }
}

/** @param {() => Promise<unknown>} call */
async function sayingWhichPassword(call) {
  try {
    await call();
  } catch (error) {
    throw error instanceof Problem && error.code === 'sign-in.failed'
      ? new Problem(error.status, error.code, say('identity.password')) : error;
  }
}
