import { plainName } from '../model/file-name.js';
import { excerpt } from '../model/hits.js';
import { momentLabel } from '../model/moment.js';
import { hashOf } from '../model/route.js';
import { Signal } from '../model/signal.js';
import { listed } from '../words.js';
import { avatar, tinted } from './avatar.js';
import { element, find } from './element.js';
/** @import { Hit } from '../model/hits.js' */

/** @typedef {{list: Hit[], state: string, more: boolean}} Found what is shown: the hits, a sentence about them, whether there may be more */

/** How long one may go on typing before the search begins. */
const PAUSE = 250;

/** The dialog in which messages are found. Its hits are links to them. */
export class SearchDialog {
  /** @type {Signal<[string, 'newest' | 'best']>} What to find, and in which order; the text may be blank. */
  asked = new Signal();
  /** @type {Signal<[]>} The hit that the page shows already is wanted. */
  again = new Signal();
  /** @type {Signal<[]>} Older hits are wanted. */
  more = new Signal();
  #dialog = /** @type {HTMLDialogElement} */ (find('#search'));
  #form = /** @type {HTMLFormElement} */ (find('#search form'));
  #query = /** @type {HTMLInputElement} */ (find('#search-query'));
  #order = find('#search-order');
  #hint = find('#search-hint');
  #hits = find('#search-hits');
  #state = find('#search-state');
  #more = find('#search-more');
  #titleOf;
  #typing = 0;
  /** @type {AbortController | null} */
  #life = null;

  /** @param {(topic: string) => string} titleOf the title of a topic */
  constructor(titleOf) {
    this.#titleOf = titleOf;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#query.addEventListener('input', this.#typed, { signal });
    this.#form.addEventListener('submit', this.#submitted, { signal });
    this.#order.addEventListener('change', this.#ask, { signal });
    this.#more.addEventListener('click', () => this.more.tell(), { signal });
    this.#dialog.addEventListener('keydown', this.#pressed, { signal });
    this.#dialog.addEventListener('click', this.#clicked, { signal });
  }

  stop() {
    clearTimeout(this.#typing);
    this.#dialog.close();
    this.#life?.abort();
  }

  /** Opens it as it was left, or with another text. It asks again, because texts may have been erased meanwhile. */
  open = (text = '') => {
    this.#query.value = text || this.#query.value;
    if (!this.#dialog.open) {
      this.#hits.replaceChildren();
      this.#dialog.showModal();
    }
    this.#ask();
    this.#query.select();
  };

  /** Forgets what was found. */
  clear() {
    this.#query.value = '';
    this.show({ list: [], state: '', more: false });
  }

  /** @param {boolean} busy */
  wait(busy) {
    this.#hits.setAttribute('aria-busy', String(busy));
  }

  /** @param {Found} found */
  show({ list, state, more }) {
    this.#hint.hidden = list.length > 0;
    this.#hits.replaceChildren(...list.map(hit => this.#row(hit)));
    this.#state.textContent = state;
    this.#more.hidden = !more;
  }

  /** @param {Hit} hit */
  #row({ topic, seq, sender, sentAt, text, marks, attachments = [] }) {
    const words = excerpt(text, marks).map(part => part.marked ? element('mark', {}, part.text) : part.text);
    return element('li', {}, element('a', { 'class': 'hit', 'href': hashOf(topic, seq) },
      avatar(sender),
      element('span', { 'class': 'hit__head' }, tinted(element('bdi', { 'class': 'message__sender' }, sender), sender), ' ',
        element('bdi', { 'class': 'hit__topic' }, this.#titleOf(topic)), ' ',
        element('time', { 'class': 'hit__time', 'datetime': sentAt }, momentLabel(sentAt))),
      element('span', { 'class': 'hit__text', 'dir': 'auto' }, ...words),
      ...attachments.length > 0 ? [element('bdi', { 'class': 'hit__files' }, listed(attachments.map(({ name }) => plainName(name))))] : []));
  }

  #typed = () => {
    clearTimeout(this.#typing);
    this.#typing = window.setTimeout(this.#ask, PAUSE);
  };

  /** @param {Event} event */
  #submitted = event => {
    event.preventDefault();
    this.#ask();
  };

  #ask = () => {
    clearTimeout(this.#typing);
    const best = /** @type {HTMLInputElement} */ (find('input:checked', this.#order)).value === 'best';
    this.asked.tell(this.#query.value, best ? 'best' : 'newest');
  };

  /**
   * The arrow keys go from the text box to the hits and from hit to hit.
   * @param {KeyboardEvent} event
   */
  #pressed = event => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const target = /** @type {HTMLElement} */ (event.target);
    if (!step || event.altKey || target.closest('#search-order')) {
      return;
    }
    const places = [this.#query, ...this.#hits.querySelectorAll('a')];
    const next = places[places.indexOf(/** @type {HTMLInputElement} */ (target)) + step];
    event.preventDefault();
    next?.focus();
  };

  /**
   * A hit leads away; a click on the backdrop is one on the dialog itself.
   * @param {MouseEvent} event
   */
  #clicked = event => {
    const target = /** @type {Element} */ (event.target);
    const link = target.closest('a');
    if (link?.href === location.href) {
      this.again.tell();
    }
    const leads = link && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (leads || target === this.#dialog || target.closest('[data-cancel]')) {
      this.#dialog.close();
    }
  };
}
