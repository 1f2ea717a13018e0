import { Signal } from '../model/signal.js';
import { isDirect } from '../model/topics.js';
import { say } from '../words.js';
import { find } from './element.js';
import { LogTop } from './log-top.js';
import { MessageKeys } from './message-keys.js';
import { Rows } from './rows.js';
import { Scroll } from './scroll.js';
/** @import { Row } from '../model/transcript.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Top } from './log-top.js' */

/** The message list. */
export class Log {
  /** @type {Signal<[]>} The reader has come to the newest message, or has left it. */
  followingChanged = new Signal();
  /** @type {Signal<[]>} The reader is near the oldest message, or asks for older ones. */
  olderWanted = new Signal();
  /** @type {Signal<[]>} The reader is near the last message here. */
  newerWanted = new Signal();
  /** @type {Signal<[]>} The reader goes to the newest message. */
  followed = new Signal();
  /**
   * @type {Signal<[string, {id: string, seq: number}, HTMLElement]>} A button of a message was pressed: its name, the
   * message, and the button.
   */
  acted = new Signal();
  /** @type {Signal<[]>} The reader goes to the line above the new messages. */
  lineWanted = new Signal();
  /** The label of the new messages from the line on, for a reader who is further down; may be empty. */
  news = '';
  /** The label of the new messages further down; may be empty. */
  unseen = '';
  #frame = find('#log-frame');
  #box = find('#log');
  #top = new LogTop();
  #pill = find('#to-newest');
  #toLine = find('#to-line');
  #rows = new Rows(find('#log-rows'));
  #scroll = new Scroll(this.#box, this.#rows);
  #keys = new MessageKeys();
  #followed = false;
  #asking = 0;
  /** Whether older messages were asked for since the last draw. */
  #asked = false;
  /** @type {(string | undefined)[]} the keys of the first and the last row */
  #ends = [];
  /** @type {AbortController | null} */
  #life = null;

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#scroll.start();
    this.#keys.start();
    this.#box.addEventListener('scroll', this.#scrolled, { signal, passive: true });
    this.#box.addEventListener('click', this.#clicked, { signal });
    this.#top.root.addEventListener('click', this.#topClicked, { signal });
    this.#pill.addEventListener('click', this.#toNewest, { signal });
    this.#toLine.addEventListener('click', this.#lineAsked, { signal });
  }

  stop() {
    this.#life?.abort();
    cancelAnimationFrame(this.#asking);
    this.#keys.stop();
    this.#scroll.stop();
    this.#rows.draw([]);
  }

  /**
   * @param {Topic} topic
   * @param {Row[]} rows
   * @param {Top} top
   * @param {boolean} [attached] whether the rows end with the newest message
   */
  draw(topic, rows, top, attached = true) {
    // History is not news: a screen reader shall not read it out.
    this.#box.setAttribute('aria-busy', String(top === 'loading'));
    this.#box.setAttribute('aria-live', this.#bringsNews(rows, attached) ? 'polite' : 'off');
    this.#box.setAttribute('aria-label', say('log.label', { topic: topic.title, direct: String(isDirect(topic)) }));
    this.#scroll.attached = attached;
    this.#scroll.holding(() => {
      this.#top.draw(topic, top, rows.length === 0);
      this.#rows.draw(rows);
      this.#keys.refresh();
    });
    this.#drawMarks();
    this.#asked = false;
    this.#askForOlder(top);
  }

  /** Where the reader is decides whether the ways to the new messages are shown. */
  #drawMarks() {
    this.#drawPill();
    this.#drawToLine();
    if (this.#followed !== this.following) {
      this.#followed = this.following;
      this.followingChanged.tell();
    }
  }

  /**
   * Whether it may be new messages that rows come for. Rows that come above the others, or below them in an older part, are old.
   * @param {Row[]} rows
   * @param {boolean} attached
   */
  #bringsNews(rows, attached) {
    const [first, last] = this.#ends;
    this.#ends = [rows[0]?.key, rows.at(-1)?.key];
    return attached && (first === this.#ends[0] || last !== this.#ends[1]);
  }

  #drawToLine() {
    const line = this.news ? this.#line : null;
    this.#toLine.hidden = !this.news || Boolean(line && line.getBoundingClientRect().bottom > this.#box.getBoundingClientRect().top);
    setText(this.#toLine, `${this.news} ↑`);
  }

  /** @returns {HTMLElement | null} */
  get #line() {
    return this.#box.querySelector('.day--new');
  }

  /** Brings the line above the new messages into sight. */
  showLine() {
    if (this.#line) {
      this.#scroll.showFrom(this.#line);
    }
  }

  #drawPill() {
    const quiet = !this.unseen;
    this.#pill.hidden = this.#scroll.following || (quiet && this.#scroll.attached && !this.#scroll.farFromEnd);
    this.#pill.toggleAttribute('data-quiet', quiet);
    setText(this.#pill, `${this.unseen || say('log.newest')} ↓`);
  }

  /** @param {boolean} shown */
  show(shown) {
    this.#frame.hidden = !shown;
  }

  follow() {
    this.followed.tell();
    this.#scroll.follow();
  }

  /**
   * Brings a message into sight, and marks it for a moment.
   * @param {number} seq
   */
  reveal(seq) {
    const node = /** @type {HTMLElement | null} */ (this.#box.querySelector(`.message[data-seq="${seq}"]`));
    if (node) {
      this.#scroll.reveal(node);
      node.focus({ preventScroll: true });
      node.dataset.found = '';
    }
  }

  focus() {
    this.#box.focus({ preventScroll: true });
  }

  /**
   * A button of a message, if it is shown.
   * @param {number} seq
   * @param {string} action
   * @returns {HTMLElement | null}
   */
  button(seq, action) {
    return this.#box.querySelector(`[data-seq="${seq}"] [data-action="${action}"]`);
  }

  get following() {
    return this.#scroll.following;
  }

  /**
   * In the next frame, so that the rows of this one are painted before.
   * @param {Top} top
   */
  #askForOlder(top) {
    cancelAnimationFrame(this.#asking);
    if (top === 'more') {
      this.#asking = requestAnimationFrame(this.#wantOlder);
    }
  }

  #wantOlder = () => {
    // A step at a time: the rows of several would take long.
    cancelAnimationFrame(this.#asking);
    if (this.#scroll.nearStart && !this.#asked) {
      this.#asked = true;
      this.olderWanted.tell();
    }
  };

  #scrolled = () => {
    this.#drawMarks();
    this.#wantOlder();
    if (!this.#scroll.attached && this.#scroll.nearEnd) {
      this.newerWanted.tell();
    }
  };

  /** @param {MouseEvent} event */
  #clicked = event => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[data-action]'));
    const { id = '', seq } = /** @type {HTMLElement | null | undefined} */ (button?.closest('[data-id]'))?.dataset ?? {};
    if (button?.dataset.action) {
      this.acted.tell(button.dataset.action, { id, seq: Number(seq) }, button);
    }
    this.#openActs(/** @type {Element} */ (event.target));
  };

  /**
   * A finger does not hover: a tap on a message shows its acts.
   * @param {Element} target
   */
  #openActs(target) {
    const message = target.closest('a, button') ? null : target.closest('.message');
    const closed = message && !message.hasAttribute('data-open');
    this.#box.querySelectorAll('.message[data-open]').forEach(other => other.removeAttribute('data-open'));
    message?.toggleAttribute('data-open', Boolean(closed));
  }

  /** @param {MouseEvent} event */
  #topClicked = event => {
    if (/** @type {Element} */ (event.target).closest('button')) {
      this.olderWanted.tell();
    }
  };

  #lineAsked = () => {
    this.lineWanted.tell();
    this.#box.focus();
  };

  #toNewest = () => {
    this.follow();
    this.#box.focus();
    this.followingChanged.tell();
  };
}

/**
 * The same text again would cost a layout.
 * @param {HTMLElement} node
 * @param {string} text
 */
function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}
