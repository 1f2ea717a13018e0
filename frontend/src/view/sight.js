import { Signal } from '../model/signal.js';
import { find } from './element.js';

/** A message of which so much is in sight, or which fills so much of the list, has been seen. */
const ENOUGH = 0.5;

/** Tells which messages of the list are in sight. */
export class Sight {
  /** @type {Signal<[]>} Others are in sight than before. */
  changed = new Signal();
  #box = find('#log');
  #rows = find('#log-rows');
  /** @type {Set<Element>} */
  #seen = new Set();
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #mutations = new MutationObserver(records => records.forEach(record => this.#changed(record)));

  start() {
    this.look();
    this.#mutations.observe(this.#rows, { childList: true });
  }

  stop() {
    this.#mutations.disconnect();
    this.#observer?.disconnect();
    this.#seen.clear();
  }

  /** Looks anew: what was in sight before counts no more. */
  look() {
    this.#observer?.disconnect();
    this.#seen.clear();
    this.#observer = new IntersectionObserver(this.#moved, { root: this.#box, threshold: [0, ENOUGH, 1] });
    [...this.#rows.children].forEach(row => this.#observer?.observe(row));
  }

  /** The greatest number of a message in sight; 0 if there is none. */
  get newest() {
    return Math.max(0, ...[...this.#seen].map(row => Number(/** @type {HTMLElement} */ (row).dataset.seq ?? 0)));
  }

  /** @param {MutationRecord} record */
  #changed({ addedNodes, removedNodes }) {
    for (const node of removedNodes) {
      if (!node.isConnected) {
        this.#observer?.unobserve(/** @type {Element} */ (node));
        this.#seen.delete(/** @type {Element} */ (node));
      }
    }
    addedNodes.forEach(node => this.#observer?.observe(/** @type {Element} */ (node)));
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #moved = entries => {
    for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
      const fills = intersectionRect.height >= ENOUGH * (rootBounds?.height ?? Infinity);
      if (isIntersecting && (intersectionRatio >= ENOUGH || fills)) {
        this.#seen.add(target);
      } else {
        this.#seen.delete(target);
      }
    }
    this.changed.tell();
  };
}
