import { inTone } from '../model/emoji.js';
import { say } from '../words.js';
import { element, find } from './element.js';
import { moveIn } from './grid-keys.js';
/** @import { Emoji, EmojiSet } from '../model/emoji.js' */
/** @import { RecentEmoji } from '../model/recent-emoji.js' */
/** @import { Shelf } from '../model/shelf.js' */

const FOUND = 64;
const RECENT = -1;
const GAP = 6;

/** The names of the groups, in the order of the data. */
const GROUPS = [
  say('emoji.group.smileys'),
  say('emoji.group.people'),
  say('emoji.group.animals'),
  say('emoji.group.food'),
  say('emoji.group.travel'),
  say('emoji.group.activities'),
  say('emoji.group.objects'),
  say('emoji.group.symbols'),
  say('emoji.group.flags'),
];

/** Lets the user choose an emoji: by group, by words, or one of the recent ones. By keyboard too. */
export class EmojiPicker {
  #root = /** @type {HTMLDialogElement} */ (find('#emoji-picker'));
  #search = /** @type {HTMLInputElement} */ (find('#emoji-search'));
  #tone = /** @type {HTMLSelectElement} */ (find('#emoji-tone'));
  #groups = find('#emoji-groups');
  #grid = find('#emoji-grid');
  #state = find('#emoji-state');
  #load;
  #recent;
  #toneShelf;
  /** @type {EmojiSet | null} */
  #emoji = null;
  #group = RECENT;
  /** @type {((char: string) => void) | null} */
  #chosen = null;
  /** @type {Element | null} beside which it is open */
  #anchor = null;
  /** @type {AbortController | null} */
  #life = null;

  /**
   * @param {() => Promise<EmojiSet>} load
   * @param {RecentEmoji} recent
   * @param {Shelf<number>} toneShelf keeps the skin tone
   */
  constructor(load, recent, toneShelf) {
    this.#load = load;
    this.#recent = recent;
    this.#toneShelf = toneShelf;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#tone.value = String(this.#toneShelf.load() ?? 0);
    this.#root.addEventListener('close', () => this.#answer(''), { signal });
    this.#root.addEventListener('click', this.#clicked, { signal });
    this.#root.addEventListener('keydown', this.#pressed, { signal });
    this.#search.addEventListener('input', () => this.#draw(), { signal });
    this.#tone.addEventListener('change', this.#toneChanged, { signal });
    addEventListener('resize', this.#place, { signal });
  }

  stop() {
    this.#root.close();
    this.#answer('');
    this.#life?.abort();
  }

  /**
   * Opens beside an element, and gives the focus back afterwards.
   * @param {Element} anchor
   * @returns {Promise<string>} the emoji; empty if the user chose none
   */
  choose(anchor) {
    this.#answer('');
    this.#search.value = '';
    this.#group = this.#recent.chars.length > 0 ? RECENT : 0;
    this.#anchor = anchor;
    this.#root.showModal();
    this.#place();
    this.#fill();
    return new Promise(chosen => {
      this.#chosen = chosen;
    });
  }

  async #fill() {
    try {
      this.#emoji ??= await this.#load();
      this.#drawGroups(this.#emoji);
      this.#draw();
    } catch {
      this.#say(say('emoji.failed'));
    }
  }

  #place = () => {
    if (!this.#anchor || !this.#root.open) {
      return;
    }
    const { top, bottom, right } = this.#anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#root;
    const above = top - height - GAP;
    const y = above >= GAP ? above : Math.min(bottom + GAP, innerHeight - height - GAP);
    this.#root.style.top = `${Math.max(GAP, y)}px`;
    this.#root.style.left = `${Math.max(GAP, Math.min(right - width, innerWidth - width - GAP))}px`;
  };

  /** @param {EmojiSet} emoji */
  #drawGroups({ groups }) {
    const all = [...this.#recent.chars.length > 0 ? [{ at: RECENT, name: say('emoji.recent'), sign: '🕘' }] : [],
      ...groups.map((name, at) => ({ at, name: GROUPS[at] ?? name, sign: this.#emoji?.of(at)[0]?.char ?? '' }))];
    this.#groups.replaceChildren(...all.map(({ at, name, sign }) => element('button', {
      'type': 'button', 'class': 'emoji', 'data-group': String(at), 'aria-label': name, 'title': name,
      'aria-pressed': String(at === this.#group),
    }, sign)));
  }

  #draw() {
    const wanted = this.#search.value.trim();
    const shown = wanted ? this.#emoji?.search(wanted, FOUND) ?? [] : this.#ofGroup();
    const chars = shown.map(emoji => ({ emoji, char: inTone(emoji, Number(this.#tone.value)) }));
    this.#grid.replaceChildren(...chars.map(({ emoji, char }, i) => button(emoji, char, i === 0)));
    this.#grid.scrollTop = 0;
    this.#say(wanted && this.#emoji ? count(shown.length) : '');
  }

  #ofGroup() {
    return this.#group === RECENT
      ? this.#recent.chars.flatMap(char => this.#emoji?.get(char) ?? [])
      : this.#emoji?.of(this.#group) ?? [];
  }

  /** @param {string} text */
  #say(text) {
    this.#state.textContent = text;
  }

  /** @param {MouseEvent} event */
  #clicked = event => {
    const target = /** @type {Element} */ (event.target);
    const { group, char } = /** @type {HTMLElement | null} */ (target.closest('button'))?.dataset ?? {};
    if (target === this.#root || target.closest('[data-cancel]')) {
      this.#root.close();
    } else if (char) {
      this.#choose(char);
    } else if (group) {
      this.#openGroup(Number(group));
    }
  };

  /** @param {number} group */
  #openGroup(group) {
    this.#group = group;
    this.#search.value = '';
    for (const button of this.#groups.children) {
      button.setAttribute('aria-pressed', String(Number(/** @type {HTMLElement} */ (button).dataset.group) === group));
    }
    this.#draw();
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    const first = /** @type {HTMLElement | null} */ (this.#grid.firstElementChild);
    if (event.target === this.#search && ['Enter', 'ArrowDown'].includes(event.key) && !event.isComposing) {
      event.preventDefault();
      if (event.key === 'Enter') {
        this.#choose(first?.dataset.char ?? '');
      } else {
        first?.focus();
      }
    } else if (moveIn(this.#grid, event) || moveIn(this.#groups, event)) {
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && this.#grid.contains(/** @type {Node} */ (event.target))) {
      event.preventDefault();
      this.#search.focus();
    }
  };

  #toneChanged = () => {
    this.#toneShelf.save(Number(this.#tone.value));
    this.#draw();
  };

  /** @param {string} char */
  #choose(char) {
    if (char) {
      this.#recent.add(char);
      this.#answer(char);
      this.#root.close();
    }
  }

  /** @param {string} char */
  #answer(char) {
    this.#chosen?.(char);
    this.#chosen = null;
  }
}

/**
 * @param {Emoji} emoji
 * @param {string} char
 * @param {boolean} first only one takes part in the tab order; the arrow keys reach the others
 */
function button({ name, codes }, char, first) {
  const title = codes[0] ? `${name} :${codes[0]}:` : name;
  return element('button', {
    'type': 'button', 'class': 'emoji', 'data-char': char, 'aria-label': name, 'title': title, 'tabindex': first ? '0' : '-1',
  }, char);
}

/** @param {number} found */
function count(found) {
  return say('emoji.found', { count: found, more: String(found === FOUND) });
}
