/** @import { Connection } from '../net/connection.js' */
/** @import { Identity } from './identity.js' */

/** What one changes about oneself. It ends or renames one's connections, so the page's own begins anew. */
export class Self {
  #me;
  #connection;
  #listener;

  /**
   * @param {Identity} me
   * @param {Connection} connection
   * @param {{renamed: () => void, gone: () => void}} listener `gone`: there is no account any more
   */
  constructor(me, connection, listener) {
    this.#me = me;
    this.#connection = connection;
    this.#listener = listener;
  }

  /** @param {string} wanted */
  changeName = async wanted => {
    await this.#me.rename(wanted);
    this.#connection.stop();
    this.#listener.renamed();
    this.#connection.start();
  };

  /**
   * @param {string} current
   * @param {string} password
   */
  changePassword = async (current, password) => {
    this.#connection.stop();
    try {
      await this.#me.changePassword(current, password);
    } finally {
      this.#connection.start();
    }
  };

  /** @param {string} password */
  deleteAccount = async password => {
    this.#connection.stop();
    try {
      await this.#me.deleteAccount(password);
    } catch (error) {
      this.#connection.start();
      throw error;
    }
    this.#listener.gone();
  };
}
