import { Problem, Unreachable } from '../net/problem.js';
import { say } from '../words.js';
/** @import { Shelf } from '../model/shelf.js' */
/** @import { Api, Who } from '../net/api.js' */
/** @import { ServerFace } from '../view/server.js' */

/** So often the page asks anew for its user, after the server has ended a guest's session. */
const ASK_AGAIN = 2;

/** The user of this page, and the changes to the user's name and account. */
export class Identity {
  #api;
  #who;
  #left;
  /** The server has ended the session: the user leaves, or signs in in another tab. */
  #ended = false;
  #questions = 0;
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
      who = await this.#comeBack(who);
    }
    if (!this.hasAccount && who.role && who.role !== 'guest') {
      location.reload();
      await new Promise(() => {});
    }
    if (!who.role || (this.hasAccount && who.name !== this.name)) {
      throw new Problem(401, 'session.ended', say('identity.ended'));
    }
    const renamed = who.name !== this.name;
    this.#ended = false;
    this.#who = who;
    if (renamed) {
      this.renamedElsewhere();
    }
  };

  /**
   * A guest whom the server has forgotten takes the name again. If the server has ended the session, the cookie of another one may
   * be on its way to another tab, and a new session would replace it.
   * @param {Who} nobody
   */
  async #comeBack(nobody) {
    if (!this.#ended) {
      return this.#api.takeName(this.name);
    }
    if (this.#questions++ < ASK_AGAIN) {
      throw new Unreachable();
    }
    return nobody;
  }

  sessionEnded() {
    this.#ended = true;
    this.#questions = 0;
  }

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
