/** @import { Socket } from './stomp-session.js' */

/** Some networks let HTTP through but no WebSocket: then SockJS carries the frames, and is remembered. */
export class Transports {
  #base;
  #memory;
  #worked = false;

  /**
   * @param {string} base the page's own address
   * @param {{load(): boolean | null, save(sockJs: boolean): void}} memory whether SockJS is what works here
   */
  constructor(base, memory) {
    this.#base = base;
    this.#memory = memory;
    this.sockJs = memory.load() ?? false;
  }

  /** @returns {Socket} a socket on its way to open */
  open() {
    return this.sockJs ? this.#openSockJs() : this.#openWebSocket();
  }

  /** The socket opened: so does the next. */
  opened() {
    this.#worked = true;
    this.#memory.save(this.sockJs);
  }

  /** The socket closed before it opened, though the server answers: the other kind may fare better. */
  failed() {
    if (!this.#worked) {
      this.sockJs = !this.sockJs;
    }
  }

  #openWebSocket() {
    const address = new URL('ws', this.#base);
    address.protocol = address.protocol.replace('http', 'ws');
    return new WebSocket(address, ['v11.stomp', 'v10.stomp']);
  }

  #openSockJs() {
    const address = new URL('sockjs', this.#base).href;
    return /** @type {Socket} */ (new SockJS(address, null, { transports: ['xhr-streaming', 'xhr-polling'] }));
  }
}
