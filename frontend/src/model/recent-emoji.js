/** @import { Shelf } from './shelf.js' */

const KEPT = 24;

/** The emoji that were chosen last in this browser, the newest first. */
export class RecentEmoji {
  #shelf;

  /** @param {Shelf<string[]>} shelf */
  constructor(shelf) {
    this.#shelf = shelf;
  }

  get chars() {
    const kept = this.#shelf.load();
    return Array.isArray(kept) ? kept.filter(char => typeof char === 'string').slice(0, KEPT) : [];
  }

  /** @param {string} char */
  add(char) {
    this.#shelf.save([char, ...this.chars.filter(other => other !== char)].slice(0, KEPT));
  }
}
