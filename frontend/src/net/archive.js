/**
 * What a browser keeps for times without a network, in IndexedDB. It belongs to one user: another one begins with nothing. Each
 * method does nothing if the browser has no such storage, or if it is full.
 * @template {{name: string}} U the user
 * @template {{name: string, at: number}} T a topic
 */
export class Archive {
  #name;
  #surplus;
  /** @type {Promise<IDBDatabase> | undefined} */
  #database;

  /**
   * @param {string} path of the page: another server may be at another path
   * @param {(topics: {name: string, at: number}[]) => string[]} surplus the names of the topics that are too many
   */
  constructor(path, surplus) {
    this.#name = `hubbub ${path}`;
    this.#surplus = surplus;
  }

  /** @returns {Promise<{user: U, topics: T[]} | undefined>} nothing if no user is kept */
  load() {
    return this.#in('readonly', async (users, topics) => {
      const [user, all] = await Promise.all([answer(users.get('user')), answer(topics.getAll())]);
      return user && { user, topics: all };
    });
  }

  /** @param {U} user what was kept of another one goes */
  keepUser(user) {
    return this.#in('readwrite', async (users, topics) => {
      const former = await answer(users.get('user'));
      if (former && former.name !== user.name) {
        topics.clear();
      }
      users.put(user, 'user');
    });
  }

  /**
   * Keeps a topic in place of the former state, unless the user has left in another tab, or another part or tab has kept a later
   * state meanwhile. A state of the future is of a clock that was wrong.
   * @param {string} user
   * @param {T} topic
   */
  keepTopic(user, topic) {
    return this.#in('readwrite', async (users, topics) => {
      const present = await answer(users.get('user'));
      if (present?.name === user && !isBetween(await answer(topics.get(topic.name)), topic.at, Date.now())) {
        topics.put(topic);
        const all = await answer(topics.getAll());
        this.#surplus(all).forEach(name => topics.delete(name));
      }
    });
  }

  /** @returns {Promise<T[] | undefined>} */
  topics() {
    return this.#in('readonly', (_, topics) => answer(topics.getAll()));
  }

  /** @param {string} name */
  drop(name) {
    return this.#in('readwrite', (_, topics) => answer(topics.delete(name)));
  }

  /** The user has left. */
  clear() {
    return this.#in('readwrite', (users, topics) => {
      users.clear();
      return answer(topics.clear());
    });
  }

  /**
   * @template R
   * @param {IDBTransactionMode} mode
   * @param {(users: IDBObjectStore, topics: IDBObjectStore) => Promise<R>} work
   * @returns {Promise<R | undefined>}
   */
  async #in(mode, work) {
    try {
      this.#database ??= open(this.#name);
      const database = await this.#database;
      const transaction = database.transaction(['user', 'topic'], mode);
      const end = ended(transaction);
      const [result] = await Promise.all([work(transaction.objectStore('user'), transaction.objectStore('topic')), end]);
      return result;
    } catch {
      return undefined;
    }
  }
}

/**
 * @param {{at: number} | undefined} kept
 * @param {number} from
 * @param {number} to
 */
function isBetween(kept, from, to) {
  return kept !== undefined && kept.at > from && kept.at <= to;
}

/**
 * @param {string} name
 * @returns {Promise<IDBDatabase>}
 */
function open(name) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('user');
    opening.result.createObjectStore('topic', { keyPath: 'name' });
  };
  return answer(opening);
}

/**
 * @template R
 * @param {IDBRequest<R>} request
 * @returns {Promise<R>}
 */
function answer(request) {
  return new Promise((take, fail) => {
    request.onsuccess = () => take(request.result);
    request.onerror = () => fail(request.error);
  });
}

/**
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
function ended(transaction) {
  return new Promise((take, fail) => {
    transaction.oncomplete = () => take();
    transaction.onabort = () => fail(transaction.error);
  });
}
