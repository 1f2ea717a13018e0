import { Signal } from '../model/signal.js';
import { find } from './element.js';
/** @import { Level, TopicState } from '../model/unread.js' */

/** What the user wants to be told of a topic, at the button of the topic in the side bar. */
export class TopicMenu {
  /** @type {Signal<[string, {level: Level} | {favourite: boolean}]>} The user has chosen something else for a topic. */
  chosen = new Signal();
  #lists = [find('#topics'), find('#conversations')];
  #root = find('#topic-menu');
  #favourite = /** @type {HTMLInputElement} */ (find('#topic-favourite'));
  #stateOf;
  #topic = '';

  /** @param {(topic: string) => TopicState} stateOf */
  constructor(stateOf) {
    this.#stateOf = stateOf;
  }

  start() {
    this.#lists.forEach(list => list.addEventListener('click', this.#clicked));
    this.#root.addEventListener('change', this.#changed);
    // It would stand elsewhere than its button.
    addEventListener('resize', this.#close);
  }

  stop() {
    this.#close();
    removeEventListener('resize', this.#close);
    this.#lists.forEach(list => list.removeEventListener('click', this.#clicked));
    this.#root.removeEventListener('change', this.#changed);
  }

  #close = () => this.#root.hidePopover();

  /** @param {MouseEvent} event */
  #clicked = event => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-topic]'));
    if (button?.dataset.topic) {
      this.#open(button, button.dataset.topic);
    }
  };

  /**
   * @param {HTMLElement} button
   * @param {string} topic
   */
  #open(button, topic) {
    const { level, favourite } = this.#stateOf(topic);
    this.#topic = topic;
    this.#favourite.checked = favourite;
    const chosen = /** @type {HTMLInputElement} */ (find(`[value="${level}"]`, this.#root));
    chosen.checked = true;
    this.#root.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
    this.#root.showPopover();
    const { right, top, bottom } = button.getBoundingClientRect();
    const { width, height } = this.#root.getBoundingClientRect();
    this.#root.style.setProperty('left', `${Math.max(8, Math.min(right - width, innerWidth - width - 8))}px`);
    this.#root.style.setProperty('top', `${bottom + height + 8 > innerHeight ? Math.max(8, top - height) : bottom}px`);
    chosen.focus();
  }

  /** @param {Event} event */
  #changed = event => {
    const { name, value, checked } = /** @type {HTMLInputElement} */ (event.target);
    this.chosen.tell(this.#topic, name === 'level' ? { level: /** @type {Level} */ (value) } : { favourite: checked });
  };
}
