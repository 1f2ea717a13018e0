import { say } from '../words.js';
import { isOfConnection } from './fault.js';
import { Problem } from './problem.js';
import { StompSession } from './stomp-session.js';
/** @import { Backoff } from '../model/backoff.js' */
/** @import { LinkState } from '../model/link-state.js' */
/** @import { Fault, Socket, Subscriber } from './stomp-session.js' */
/** @import { Transports } from './transports.js' */

/**
 * @typedef {object} ConnectionListener
 * @property {(state: LinkState) => void} changed
 * @property {(name: string) => void} connected with the name that the server knows the user by; subscriptions of the former connection are gone
 * @property {(receipt: string) => void} receipt
 * @property {(receipt: string, reason: string, retryAfter?: number) => void} refused `retryAfter`: seconds, if it may be tried again
 * @property {(reason: string) => void} keptOut the server refuses connections of this page; the page tries again later
 * @property {() => void} sessionEnded the server has ended the user's session
 * @property {(problem: Problem) => void} nameLost the name is another user's, or the user is signed out; the connection has stopped
 */

const STABLE_AFTER = 5_000;

const STOPPING = say('server.restarting');

/** The statuses of refusals that another attempt would get again. */
const REFUSED = new Set([400, 401, 403, 409]);

/** Keeps a STOMP connection alive: signs in, connects, and starts over when it is lost. */
export class Connection {
  #signIn;
  #mayConnect;
  #transports;
  #backoff;
  #listener;
  /** @type {StompSession | null} */
  #session = null;
  /** @type {AbortController | null} */
  #life = null;
  #timer = 0;
  #connectedAt = 0;
  /** The seconds after which a stopping server wants this page back; 0 if it did not say. */
  #comeBackIn = 0;
  /** The epoch of the server's store on the present connection; empty before the first. */
  epoch = '';

  /**
   * @param {() => Promise<unknown>} signIn before each attempt, since a server that was restarted does not know its guests
   * @param {() => Promise<unknown>} mayConnect throws if the server refuses connections of this page
   * @param {Transports} transports
   * @param {Backoff} backoff
   * @param {ConnectionListener} listener
   */
  constructor(signIn, mayConnect, transports, backoff, listener) {
    this.#signIn = signIn;
    this.#mayConnect = mayConnect;
    this.#transports = transports;
    this.#backoff = backoff;
    this.#listener = listener;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    addEventListener('online', this.retry, { signal });
    addEventListener('offline', this.#networkGone, { signal });
    document.addEventListener('visibilitychange', this.#seen, { signal });
    this.#attempt();
  }

  stop() {
    this.#life?.abort();
    this.#life = null;
    clearTimeout(this.#timer);
    this.#session?.stop();
    this.#session = null;
    this.#listener.changed({ phase: 'stopped' });
  }

  /** Tries at once if it is waiting to. */
  retry = () => {
    if (this.#life && this.#timer) {
      this.#attempt();
    }
  };

  /**
   * @param {string} destination
   * @param {Subscriber} subscriber
   * @returns {() => void} unsubscribes; does nothing once the connection is another
   */
  subscribe(destination, subscriber) {
    return this.#session?.usable ? this.#session.subscribe(destination, subscriber) : () => {};
  }

  /**
   * @param {string} destination
   * @param {unknown} body
   * @param {string} receipt
   * @returns {boolean} false if there is no connection to send it on
   */
  send(destination, body, receipt) {
    if (!this.#session?.usable) {
      return false;
    }
    this.#session.send(destination, body, receipt);
    return true;
  }

  async #attempt() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#listener.changed({ phase: 'connecting' });
    const life = this.#life;
    try {
      await this.#signIn();
    } catch (error) {
      return life === this.#life && this.#notSignedIn(error);
    }
    if (life === this.#life) {
      await this.#open(life);
    }
  }

  /** @param {unknown} error */
  #notSignedIn(error) {
    if (error instanceof Problem && REFUSED.has(error.status)) {
      this.stop();
      this.#listener.nameLost(error);
    } else {
      this.#waitForNext();
    }
  }

  /** @param {AbortController | null} life */
  async #open(life) {
    try {
      const socket = await this.#transports.open();
      if (life === this.#life) {
        this.#start(socket);
      } else {
        socket.close();
      }
    } catch {
      // A browser or an extension that forbids WebSocket says so by throwing.
      if (life === this.#life) {
        this.#lost(false);
      }
    }
  }

  /** @param {Socket} socket */
  #start(socket) {
    this.#session = new StompSession(socket, {
      connected: this.#connected,
      receipt: receipt => this.#listener.receipt(receipt),
      error: this.#refused,
      lost: this.#lost,
    });
    this.#session.start();
  }

  /**
   * @param {string} name
   * @param {string} epoch
   */
  #connected = (name, epoch) => {
    this.epoch = epoch;
    this.#connectedAt = Date.now();
    this.#transports.opened();
    this.#session?.subscribe('/user/queue/errors', { take: this.#refused });
    this.#listener.changed({ phase: 'connected' });
    this.#listener.connected(name);
  };

  /**
   * If a right is withdrawn, the news of its topic say so better. Messages that were sent on a connection that ends are sent again.
   * @param {Fault} fault
   */
  #refused = ({ code, message, receipt, retryAfter }) => {
    this.#session?.refused(receipt);
    if (code === 'session.ended') {
      this.#listener.sessionEnded();
    }
    if (code === 'server.stopping') {
      this.#comeBackIn = retryAfter ?? 0;
      this.#listener.keptOut(STOPPING);
    } else if (!isOfConnection(code)) {
      this.#listener.refused(receipt, message, retryAfter);
    }
  };

  /** @param {boolean} opened */
  #lost = opened => {
    this.#session = null;
    if (!opened) {
      this.#transports.failed();
      this.#askWhy();
    } else if (Date.now() - this.#connectedAt >= STABLE_AFTER) {
      this.#backoff.reset();
    }
    this.#waitForNext();
  };

  /** A browser does not tell its page why a socket did not open. */
  async #askWhy() {
    const life = this.#life;
    try {
      await this.#mayConnect();
    } catch (error) {
      if (life && life === this.#life && error instanceof Problem && error.code === 'origin.forbidden') {
        this.#listener.keptOut(error.message);
      }
    }
  }

  #waitForNext() {
    const wait = this.#backoff.next(this.#comeBackIn);
    this.#comeBackIn = 0;
    this.#timer = window.setTimeout(() => this.#attempt(), wait);
    this.#listener.changed({ phase: navigator.onLine ? 'waiting' : 'offline', until: Date.now() + wait });
  }

  #networkGone = () => {
    this.#session?.stop();
    if (this.#session) {
      this.#lost(true);
    }
  };

  #seen = () => {
    if (!document.hidden) {
      this.retry();
    }
  };
}
