/** @import { Shelf } from '../model/shelf.js' */
/** @import { Api } from '../net/api.js' */

/** Notifications while no page is open, by way of the push service of this browser. */
export class Push {
  #api;
  #shelf;

  /**
   * @param {Api} api
   * @param {Shelf<string>} shelf the id of this browser's subscription; empty if there is none
   */
  constructor(api, shelf) {
    this.#api = api;
    this.#shelf = shelf;
  }

  /** Whether the server and this browser can do it, on this page. */
  get possible() {
    const { build, push } = document.body.dataset;
    return isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && Boolean(build) && push === 'true';
  }

  get on() {
    return this.possible && Boolean(this.#shelf.load());
  }

  async begin() {
    const { key } = await this.#api.pushKey();
    const { pushManager } = await navigator.serviceWorker.ready;
    await this.#tell(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  }

  /** The browser may have another subscription now, and the server forgets those that are not renewed. */
  async renew() {
    if (this.on) {
      const { pushManager } = await navigator.serviceWorker.ready;
      const subscription = await pushManager.getSubscription();
      await (subscription ? this.#tell(subscription) : this.end());
    }
  }

  /** Ends it in this browser, even if the server cannot be reached. */
  async end() {
    const id = this.#shelf.load();
    this.#shelf.save('');
    if (id) {
      const registration = await navigator.serviceWorker?.getRegistration();
      const subscription = await registration?.pushManager.getSubscription();
      await Promise.all([subscription?.unsubscribe(), this.#api.endPush(id)]);
    }
  }

  /** @param {PushSubscription} subscription */
  async #tell(subscription) {
    const { id } = await this.#api.push(subscription.toJSON());
    this.#shelf.save(id);
  }
}
