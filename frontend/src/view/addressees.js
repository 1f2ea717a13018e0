import { Addressees, MOST } from '../model/addressees.js';
import { say } from '../words.js';
import { avatar } from './avatar.js';
import { element, find } from './element.js';

const PAUSE = 150;

/** The line in which people are chosen by a part of their names, from a list that the arrow keys and Enter choose from. */
export class AddresseeField {
  #people = new Addressees();
  #root = find('#addressees');
  #chosen = find('#addressees-chosen');
  #query = /** @type {HTMLInputElement} */ (find('#addressees-query'));
  #list = find('#addressees-list');
  #state = find('#addressees-state');
  #search;
  #failed;
  #timer = 0;
  /** @type {AbortController | null} */
  #life = null;

  /**
   * @param {(part: string) => Promise<string[]>} search
   * @param {(error: Error) => void} failed
   */
  constructor(search, failed) {
    this.#search = search;
    this.#failed = failed;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#query.addEventListener('input', this.#typed, { signal });
    this.#query.addEventListener('keydown', this.#pressed, { signal });
    // The focus stays in the line.
    this.#list.addEventListener('mousedown', event => event.preventDefault(), { signal });
    this.#root.addEventListener('click', this.#clicked, { signal });
  }

  stop() {
    clearTimeout(this.#timer);
    this.#life?.abort();
  }

  /** Begins without people. */
  begin() {
    this.#people.clear();
    this.#query.value = '';
    this.#draw();
    this.#find();
  }

  get chosen() {
    return this.#people.chosen;
  }

  #typed = () => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#find, PAUSE);
  };

  #find = async () => {
    const part = this.#query.value;
    try {
      const found = await this.#search(part.trim());
      if (part === this.#query.value) {
        this.#people.take(found);
        this.#draw();
        this.#state.textContent = this.#says(part);
      }
    } catch (error) {
      this.#failed(/** @type {Error} */ (error));
    }
  };

  /** @param {string} part */
  #says(part) {
    if (this.#people.full) {
      return say('conversation.full', { most: MOST + 1 });
    }
    return this.#people.offered.length || !part.trim() ? '' : say('conversation.unknown');
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      this.#people.move(step);
      this.#draw();
    } else if (event.key === 'Enter' && !event.isComposing && this.#query.value.trim()) {
      // An empty line lets Enter submit.
      event.preventDefault();
      this.#choose(this.#people.active);
    } else if (event.key === 'Backspace' && !this.#query.value) {
      this.#people.removeLast();
      this.#draw();
    }
  };

  /** @param {MouseEvent} event */
  #clicked = event => {
    const { name, remove } = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-name], [data-remove]'))?.dataset ?? {};
    if (name) {
      this.#choose(name);
    } else if (remove) {
      this.#people.remove(remove);
      this.#draw();
      this.#query.focus();
    }
  };

  /** @param {string} name */
  #choose(name) {
    if (name) {
      this.#people.choose(name);
      this.#query.value = '';
      this.#draw();
      this.#query.focus();
      this.#find();
    }
  }

  #draw() {
    const { chosen, offered, active } = this.#people;
    this.#chosen.replaceChildren(...chosen.map(chip));
    this.#list.replaceChildren(...offered.map((name, i) => option(name, i, name === active)));
    this.#list.hidden = offered.length === 0;
    const marked = this.#list.querySelector('[aria-selected="true"]');
    marked?.scrollIntoView({ block: 'nearest' });
    this.#query.setAttribute('aria-expanded', String(offered.length > 0));
    this.#query.setAttribute('aria-activedescendant', marked?.id ?? '');
  }
}

/** @param {string} name */
function chip(name) {
  return element('li', {}, element('bdi', {}, name),
    element('button', { 'type': 'button', 'class': 'text-button', 'data-remove': name, 'aria-label': say('addressees.remove', { name }) }, '×'));
}

/**
 * @param {string} name
 * @param {number} i
 * @param {boolean} active
 */
function option(name, i, active) {
  return element('li', { 'role': 'option', 'id': `addressee-${i}`, 'data-name': name, 'aria-selected': String(active) }, avatar(name), element('bdi', {}, name));
}
