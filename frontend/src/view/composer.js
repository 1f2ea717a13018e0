import { judge } from '../model/composition.js';
import { Signal } from '../model/signal.js';
import { find } from './element.js';
import { TextField } from './text-field.js';
/** @import { Topic } from '../model/topics.js' */

/** The text box for messages. */
export class Composer {
  /** @type {Signal<[string]>} A text is to be sent. */
  sent = new Signal();
  /** @type {Signal<[string]>} The text has changed. */
  written = new Signal();
  /** Gives a text the form in which it is sent. */
  finish = (/** @type {string} */ text) => text;
  #form = /** @type {HTMLFormElement} */ (find('#composer'));
  #text = /** @type {HTMLTextAreaElement} */ (find('#composer-text'));
  /** The caret, for what else writes into the text box. */
  field = new TextField(this.#text);
  #longest = Number(this.#text.dataset.longest);
  #send = find('.send');
  #label = find('label[for="composer-text"]');
  #counter = find('#composer-counter');
  #readOnly = find('#read-only');
  #controls = find('.room__header');
  /** @type {AbortController | null} */
  #life = null;

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#form.addEventListener('submit', this.#submitted, { signal });
    this.#text.addEventListener('keydown', this.#pressed, { signal });
    this.#text.addEventListener('input', this.#typed, { signal });
    addEventListener('resize', this.#fit, { signal });
  }

  stop() {
    this.#life?.abort();
  }

  /**
   * Opens for a topic, with its draft.
   * @param {Topic} topic
   * @param {string} draft
   */
  open(topic, draft) {
    this.#label.textContent = `Message in ${topic.title}`;
    this.#text.placeholder = `Write to ${topic.title}`;
    this.#write(draft);
  }

  /**
   * @param {boolean} shown
   * @param {boolean} [readOnly] whether oneself may not post here
   */
  show(shown, readOnly = false) {
    this.#form.hidden = !shown || readOnly;
    this.#readOnly.hidden = !shown || !readOnly;
  }

  focus() {
    this.#text.focus();
  }

  /** Takes the focus for a new topic, but not from a user who has already moved it to the controls above the messages. */
  welcome() {
    if (!this.#controls.contains(document.activeElement)) {
      this.focus();
    }
  }

  /** @param {string} text */
  #write(text) {
    this.#text.value = text;
    this.#fit();
    this.#judge();
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    // While an input method composes, Enter picks a candidate; Safari says so by the old key code only.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing) {
      event.preventDefault();
      this.#form.requestSubmit();
    }
  };

  /** @param {Event} event */
  #submitted = event => {
    event.preventDefault();
    const { text, blank, tooLong } = judge(this.#text.value, this.#longest);
    if (!blank && !tooLong) {
      this.#write('');
      this.written.tell('');
      this.sent.tell(this.finish(text));
    }
    this.focus();
  };

  #typed = () => {
    this.#fit();
    this.#judge();
    this.written.tell(this.#text.value);
  };

  #judge() {
    const { blank, tooLong, counter } = judge(this.#text.value, this.#longest);
    this.#send.setAttribute('aria-disabled', String(blank || tooLong));
    this.#text.setAttribute('aria-invalid', String(tooLong));
    this.#counter.textContent = tooLong ? `Too long: ${counter}` : counter;
    this.#counter.toggleAttribute('data-over', tooLong);
  }

  #fit = () => {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight}px`;
  };
}
