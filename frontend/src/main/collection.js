import { Listing } from '../model/listing.js';
import { ListingView } from '../view/listing-view.js';
/** @import { Entry } from '../model/entry.js' */
/** @import { Announcement } from '../view/announcement.js' */
/** @import { Confirmation } from '../view/confirmation.js' */

/**
 * The source and the acts of a collection.
 * @template {{id: number}} T
 * @typedef {object} CollectionParts
 * @property {(cursor: number | undefined) => Promise<T[]>} load `cursor`: the number of the last one that is known
 * @property {number} [pageSize] if there are pages
 * @property {string} empty the text of an empty list
 * @property {(item: T) => Entry} entry
 * @property {Record<string, (item: T, listing: Listing<T>) => Promise<string>>} acts each resolves to a sentence about the result
 * @property {(offered: boolean) => void} [answered] is told whether the server has such a list at all
 */

/**
 * A list of the server on the screen, with the acts of its entries.
 * @template {{id: number}} T
 */
export class Collection {
  #parts;
  #view;
  #confirmation;
  #announcement;
  /** @type {Listing<T>} */
  #listing;

  /**
   * @param {string} selector
   * @param {{confirmation: Confirmation, announcement: Announcement}} screen
   * @param {CollectionParts<T>} parts
   */
  constructor(selector, { confirmation, announcement }, parts) {
    this.#parts = parts;
    this.#confirmation = confirmation;
    this.#announcement = announcement;
    this.#view = new ListingView(selector, { more: () => this.#more(), wanted: this.#wanted });
    this.#listing = this.#nothing();
  }

  start() {
    this.#view.start();
    return this.reload();
  }

  stop() {
    this.#view.stop();
  }

  /** Begins anew. */
  reload() {
    this.#listing = this.#nothing();
    return this.#load();
  }

  async #more() {
    const last = this.#listing.cursor;
    await this.#load();
    // The button may be gone. The new entries begin behind the last one.
    const { items } = this.#listing;
    this.#view.focus(items[items.findIndex(({ id }) => id === last) + 1]?.id);
  }

  async #load() {
    const listing = this.#listing;
    listing.begin();
    this.#draw();
    try {
      listing.take(await this.#parts.load(listing.cursor));
    } catch (error) {
      listing.fail(/** @type {Error} */ (error));
    }
    // It may have begun anew meanwhile.
    if (listing === this.#listing) {
      this.#draw();
      this.#parts.answered?.(listing.offered);
    }
  }

  /**
   * @param {number} id
   * @param {string} act
   */
  #wanted = (id, act) => {
    const item = this.#listing.get(id);
    const offer = item && this.#parts.entry(item).offers.find(offered => offered.act === act);
    if (item && offer) {
      this.#announcement.say('');
      this.#confirmation.ask(offer.question, () => this.#act(item, act), () => this.#view.focus(id));
    }
  };

  /**
   * @param {T} item
   * @param {string} act
   */
  async #act(item, act) {
    const sentence = await this.#parts.acts[act](item, this.#listing);
    this.#draw();
    this.#announcement.say(sentence);
  }

  /** @returns {Listing<T>} */
  #nothing() {
    return new Listing(this.#parts.empty, this.#parts.pageSize ?? Infinity);
  }

  #draw() {
    this.#view.draw(this.#listing.items.map(this.#parts.entry), this.#listing.foot);
  }
}
