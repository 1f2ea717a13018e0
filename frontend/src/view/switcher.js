import { Signal } from '../model/signal.js';
import { element, find } from './element.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */

/** The dialog in which a few letters and Enter lead to a topic. */
export class Switcher {
  /** @type {Signal<[string]>} The name of the chosen topic. */
  chosen = new Signal();
  #dialog = /** @type {HTMLDialogElement} */ (find('#switcher'));
  #query = /** @type {HTMLInputElement} */ (find('#switcher-query'));
  #list = find('#switcher-list');
  #none = find('#switcher-none');
  #offers;
  #active = 0;
  /** @type {AbortController | null} */
  #life = null;

  /** @param {(query: string) => Topic[]} offers */
  constructor(offers) {
    this.#offers = offers;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#query.addEventListener('input', this.#draw, { signal });
    this.#query.addEventListener('keydown', this.#pressed, { signal });
    this.#list.addEventListener('click', this.#clicked, { signal });
    this.#dialog.addEventListener('click', this.#beside, { signal });
  }

  stop() {
    this.#dialog.close();
    this.#life?.abort();
  }

  open() {
    this.#query.value = '';
    this.#draw();
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
  }

  #draw = () => {
    const topics = this.#offers(this.#query.value);
    this.#list.replaceChildren(...topics.map(option));
    this.#none.hidden = topics.length > 0;
    this.#activate(0);
  };

  /** @param {number} index */
  #activate(index) {
    const options = [...this.#list.children];
    this.#active = options.length && (index + options.length) % options.length;
    options.forEach((other, at) => other.setAttribute('aria-selected', String(at === this.#active)));
    options[this.#active]?.scrollIntoView({ block: 'nearest' });
    this.#query.setAttribute('aria-activedescendant', options[this.#active]?.id ?? '');
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step && !event.altKey) {
      event.preventDefault();
      this.#activate(this.#active + step);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.#choose(this.#list.children[this.#active]);
    }
  };

  /** @param {MouseEvent} event */
  #clicked = event => {
    this.#choose(/** @type {Element} */ (event.target).closest('[data-topic]'));
  };

  /**
   * A click on the backdrop is one on the dialog itself.
   * @param {MouseEvent} event
   */
  #beside = event => {
    if (event.target === this.#dialog) {
      this.#dialog.close();
    }
  };

  /** @param {Element | null | undefined} found */
  #choose(found) {
    const topic = /** @type {HTMLElement | null | undefined} */ (found)?.dataset.topic;
    if (topic) {
      this.#dialog.close();
      this.chosen.tell(topic);
    }
  }
}

/** @param {Topic} topic */
function option(topic) {
  const title = element('span', { 'class': 'topics__title', 'dir': 'auto' }, topic.title);
  return element('li', { 'role': 'option', 'id': `switcher-${topic.name}`, 'data-topic': topic.name, 'aria-selected': 'false' },
    title, ...topicMarks(topic));
}
