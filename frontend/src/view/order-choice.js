import { orderOf } from '../model/topic-order.js';
import { find } from './element.js';
/** @import { TopicOrder } from '../model/topic-order.js' */

/** The choice of the order of the topics. */
export class OrderChoice {
  #root = find('#order-menu');
  #order;
  #chosen;

  /**
   * @param {TopicOrder} order the present one
   * @param {(order: TopicOrder) => void} chosen
   */
  constructor(order, chosen) {
    this.#order = order;
    this.#chosen = chosen;
  }

  start() {
    const chosen = /** @type {HTMLInputElement} */ (find(`[value="${this.#order}"]`, this.#root));
    chosen.checked = true;
    this.#root.addEventListener('change', this.#changed);
  }

  stop() {
    this.#root.hidePopover();
    this.#root.removeEventListener('change', this.#changed);
  }

  /** @param {Event} event */
  #changed = event => {
    this.#order = orderOf(/** @type {HTMLInputElement} */ (event.target).value);
    this.#chosen(this.#order);
  };
}
