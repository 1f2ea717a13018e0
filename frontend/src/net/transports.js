import { loadScript } from './load-script.js';
/** @import { Socket } from './stomp-session.js' */

/** Some networks let only HTTP through, not WebSocket. There SockJS carries the frames, and the page remembers that. */
export class Transports {
  #base;
  #sockJsScript;
  #memory;
  #worked = false;

  /**
   * @param {string} base the page's own address
   * @param {string} sockJsScript the address of the SockJS client, which most pages never need
   * @param {{load(): boolean | null, save(sockJs: boolean): void}} memory true if only SockJS works here
   */
  constructor(base, sockJsScript, memory) {
    this.#base = base;
    this.#sockJsScript = sockJsScript;
    this.#memory = memory;
    this.sockJs = memory.load() ?? false;
  }

  /** @returns {Promise<Socket>} a socket on its way to open */
  async open() {
    return this.sockJs ? this.#openSockJs() : this.#openWebSocket();
  }

  /** The socket opened: so does the next. */
  opened() {
    this.#worked = true;
    this.#memory.save(this.sockJs);
  }

  /** The socket closed before it opened, although the server answers. The other kind may work. */
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

  async #openSockJs() {
    await loadScript(this.#sockJsScript);
    const address = new URL('sockjs', this.#base).href;
    return /** @type {Socket} */ (new SockJS(address, null, { transports: ['xhr-streaming', 'xhr-polling'] }));
  }
}
