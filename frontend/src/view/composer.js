import { judge } from '../model/composition.js';
import { Signal } from '../model/signal.js';
import { isDirect } from '../model/topics.js';
import { say } from '../words.js';
import { ComposerTask } from './composer-task.js';
import { find } from './element.js';
import { TextField } from './text-field.js';
/** @import { About } from '../model/outbox.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Task } from './composer-task.js' */

/** @type {{state: string}[]} */
const NO_FILES = [];

/** The text box for messages. */
export class Composer {
  /** @type {Signal<[string, About | undefined]>} A text is to be sent. */
  sent = new Signal();
  /** @type {Signal<[]>} A message cannot be sent, because one of its files has failed. */
  heldBack = new Signal();
  /** @type {Signal<[]>} The user goes up from an empty text box. */
  recalled = new Signal();
  /** @type {Signal<[string]>} The text has changed. */
  written = new Signal();
  /** Gives a text the form in which it is sent. */
  finish = (/** @type {string} */ text) => text;
  /** The files that go with a new message. */
  files = () => NO_FILES;
  #form = /** @type {HTMLFormElement} */ (find('#composer'));
  #text = /** @type {HTMLTextAreaElement} */ (find('#composer-text'));
  /** The caret, for what else writes into the text box. */
  field = new TextField(this.#text);
  #longest = Number(this.#text.dataset.longest);
  #send = find('.send');
  #label = find('label[for="composer-text"]');
  #counter = find('#composer-counter');
  #task = new ComposerTask(() => this.#cancel());
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
    this.#task.start();
  }

  stop() {
    this.#task.stop();
    this.#life?.abort();
  }

  /**
   * Opens for a topic, with its draft.
   * @param {Topic} topic
   * @param {string} draft
   */
  open(topic, draft) {
    this.#label.textContent = say('composer.label', { topic: topic.title, direct: String(isDirect(topic)) });
    this.#text.placeholder = say('composer.placeholder', { topic: topic.title });
    this.#task.end();
    this.#write(draft);
  }

  /** @param {string} draft from elsewhere, in place of the former one */
  rewrite(draft) {
    if (draft !== this.#text.value && !this.#task.edits) {
      this.#write(draft);
    }
  }

  /**
   * Begins a reply or an edit, in place of another one.
   * @param {Task} task
   */
  begin(task) {
    const text = this.#task.begin(task, this.#text.value);
    this.#write(text);
    this.focus();
    this.#text.setSelectionRange(text.length, text.length);
  }

  /**
   * @param {boolean} shown
   * @param {string} [readOnly] why oneself may not post here; empty if one may
   */
  show(shown, readOnly = '') {
    this.#form.hidden = !shown || readOnly !== '';
    this.#readOnly.hidden = !shown || readOnly === '';
    this.#readOnly.textContent = readOnly;
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
    this.judge();
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    // While an input method composes, Enter picks a candidate; Safari says so by the old key code only.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing) {
      event.preventDefault();
      this.#form.requestSubmit();
    } else if (event.key === 'Escape' && this.#task.begun && !composing) {
      event.preventDefault();
      this.#cancel();
    } else if (event.key === 'ArrowUp' && !this.#text.value && !this.#task.begun) {
      event.preventDefault();
      this.recalled.tell();
    }
  };

  #cancel() {
    this.#write(this.#task.end() ?? this.#text.value);
    this.focus();
  }

  /** @param {Event} event */
  #submitted = event => {
    event.preventDefault();
    const { text, blank, tooLong } = judge(this.#text.value, this.#longest);
    this.focus();
    if (this.#files.some(({ state }) => state === 'failed')) {
      this.heldBack.tell();
    } else if (!tooLong && (!blank || this.#files.length > 0)) {
      const { about } = this.#task;
      const kept = this.#task.end() ?? '';
      this.#write(kept);
      this.written.tell(kept);
      this.sent.tell(blank ? '' : this.finish(text), about);
    }
  };

  /** An edit changes no files. */
  get #files() {
    return this.#task.edits ? NO_FILES : this.files();
  }

  #typed = () => {
    this.#fit();
    this.judge();
    if (!this.#task.edits) {
      this.written.tell(this.#text.value);
    }
  };

  /** Shows whether the message can be sent. */
  judge() {
    const { blank, tooLong, counter } = judge(this.#text.value, this.#longest);
    this.#send.setAttribute('aria-disabled', String((blank && this.#files.length === 0) || tooLong));
    this.#text.setAttribute('aria-invalid', String(tooLong));
    this.#counter.textContent = tooLong ? say('composer.too-long', { count: counter }) : counter;
    this.#counter.toggleAttribute('data-over', tooLong);
  }

  #fit = () => {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight}px`;
  };
}
