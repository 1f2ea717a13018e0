import { HeartBeats } from './heart-beats.js';

/**
 * The part of a socket, native or SockJS, that stomp.js needs.
 * @typedef {Pick<WebSocket, 'addEventListener' | 'close' | 'readyState' | 'send'>} Socket
 */
/** @typedef {{command: string, headers: Record<string, string>, body: string}} Frame */
/** @typedef {{code: string, message: string, receipt: string, retryAfter?: number}} Fault `retryAfter`: seconds */
/**
 * @typedef {object} Subscriber
 * @property {(body: any, headers: Record<string, string>) => void} take gets the JSON and the headers of each message
 * @property {Record<string, string>} [headers] of SUBSCRIBE
 * @property {() => void} [stands] the server has confirmed the subscription
 * @property {() => void} [refused] the server has refused the subscription
 */
/**
 * @typedef {object} Listener
 * @property {(name: string, epoch: string) => void} connected with the name that the server knows the user by, and its store's epoch
 * @property {(receipt: string) => void} receipt
 * @property {(fault: Fault) => void} error the server closes after it
 * @property {(opened: boolean) => void} lost once; `opened`: true if frames had gone through
 */

const HEART_BEAT = 10_000;
const CONNECT_WITHIN = 15_000;
const OPEN = 1;

/** One STOMP connection, from opening to loss. */
export class StompSession {
  #socket;
  #listener;
  #client;
  #opened = false;
  #over = false;
  #timer = 0;
  /** @type {Map<string, Subscriber>} by the receipt of their SUBSCRIBE */
  #asked = new Map();
  #receipts = 0;

  /**
   * @param {Socket} socket
   * @param {Listener} listener
   */
  constructor(socket, listener) {
    this.#socket = guarded(socket, () => this.#lose());
    answering(this.#socket, () => this.usable);
    this.#listener = listener;
    this.#client = Stomp.over(this.#socket);
    // It logs every frame, and cuts frames apart without regard for surrogate pairs.
    this.#client.debug = null;
    this.#client.maxWebSocketFrameSize = Number.MAX_SAFE_INTEGER;
    this.#client.heartbeat = { outgoing: HEART_BEAT, incoming: HEART_BEAT };
    this.#client.onreceipt = frame => this.#received(frame.headers['receipt-id']);
  }

  start() {
    this.#timer = window.setTimeout(() => this.#socket.close(), CONNECT_WITHIN);
    this.#client.connect({}, this.#connected, this.#failed);
  }

  /** Ends it with DISCONNECT. Nothing is reported after that. */
  stop() {
    this.#over = true;
    clearTimeout(this.#timer);
    if (this.#client.connected && this.#socket.readyState === OPEN) {
      this.#client.disconnect();
    } else {
      this.#socket.close();
    }
  }

  /**
   * True if a frame can be sent: a closing socket sends nothing.
   */
  get usable() {
    return this.#client.connected && this.#socket.readyState === OPEN;
  }

  /**
   * @param {string} destination
   * @param {Subscriber} subscriber
   * @returns {() => void} unsubscribes
   */
  subscribe(destination, subscriber) {
    const receipt = `subscribe-${++this.#receipts}`;
    this.#asked.set(receipt, subscriber);
    const subscription = this.#client.subscribe(destination,
      frame => subscriber.take(JSON.parse(frame.body), frame.headers), { ...subscriber.headers, receipt });
    return () => {
      this.#asked.delete(receipt);
      return this.usable && subscription.unsubscribe();
    };
  }

  /** @param {string} receipt of a frame that was refused */
  refused(receipt) {
    this.#take(receipt)?.refused?.();
  }

  /**
   * @param {string} destination
   * @param {unknown} body
   * @param {string} receipt
   */
  send(destination, body, receipt) {
    this.#client.send(destination, { 'content-type': 'application/json', receipt }, JSON.stringify(body));
  }

  /** @param {string} receipt */
  #received(receipt) {
    const subscriber = this.#take(receipt);
    if (subscriber) {
      subscriber.stands?.();
    } else {
      this.#listener.receipt(receipt);
    }
  }

  /** @param {string} receipt */
  #take(receipt) {
    const subscriber = this.#asked.get(receipt);
    this.#asked.delete(receipt);
    return subscriber;
  }

  /** @param {Frame} frame */
  #connected = frame => {
    clearTimeout(this.#timer);
    this.#opened = true;
    this.#listener.connected(frame.headers['user-name'] ?? '', frame.headers.epoch ?? '');
  };

  // stomp.js calls this for an ERROR frame and again, with a string, when the socket closes.
  /** @param {Frame | string} fault */
  #failed = fault => {
    if (typeof fault === 'string') {
      this.#lose();
    } else {
      const { code = '', message = '', 'receipt-id': receipt = '', 'retry-after': retryAfter } = fault.headers;
      this.#listener.error({ code, message, receipt, retryAfter: Number(retryAfter) || undefined });
      this.#socket.close();
    }
  };

  #lose() {
    clearTimeout(this.#timer);
    if (!this.#over) {
      this.#over = true;
      this.#listener.lost(this.#opened);
    }
  }
}

/**
 * stomp.js closes a socket whose server fell silent and then waits for `onclose`, which a dead network delays by minutes.
 * @param {Socket} socket
 * @param {() => void} closing
 */
function guarded(socket, closing) {
  const close = socket.close.bind(socket);
  socket.close = () => {
    close();
    closing();
  };
  return socket;
}

/**
 * Answers the server's heart-beats: stomp.js beats from a timer, which runs once a minute in a hidden page.
 * @param {Socket} socket
 * @param {() => boolean} usable
 */
function answering(socket, usable) {
  const heartBeats = new HeartBeats(HEART_BEAT);
  const send = socket.send.bind(socket);
  socket.send = data => {
    heartBeats.sent();
    send(data);
  };
  socket.addEventListener('message', () => {
    if (heartBeats.due && usable()) {
      socket.send('\n');
    }
  });
}
