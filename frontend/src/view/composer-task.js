import { unmarked } from '../model/formatted.js';
import { Button } from './button.js';
import { find } from './element.js';
/** @import { About } from '../model/outbox.js' */

/**
 * What the text box is used for, other than a new message.
 * @typedef {object} Task
 * @property {string} title
 * @property {string} line of the message that it is about; may be empty
 * @property {string} [text] of an edit: the text to begin with
 * @property {About} about
 */

/** The line above the text box that shows a reply or an edit, and ends it. */
export class ComposerTask {
  #root = find('#composer-task');
  #title = find('#composer-task-title');
  #line = find('#composer-task-line');
  #cancel;
  /** @type {Task | null} */
  #task = null;
  /** The text that was being written before an edit. */
  #kept = '';

  /** @param {() => void} cancelled */
  constructor(cancelled) {
    this.#cancel = new Button('#composer-task-cancel', cancelled);
  }

  start() {
    this.#cancel.start();
  }

  stop() {
    this.#cancel.stop();
  }

  /**
   * @param {Task} task
   * @param {string} written the text in the box
   * @returns {string} the text for the box
   */
  begin(task, written) {
    const kept = this.end() ?? written;
    this.#task = task;
    this.#kept = kept;
    this.#title.textContent = task.title;
    this.#line.textContent = unmarked(task.line);
    this.#root.hidden = false;
    return task.text ?? kept;
  }

  /** @returns {string | undefined} the text for the box if an edit has ended */
  end() {
    const kept = this.edits ? this.#kept : undefined;
    this.#task = null;
    this.#root.hidden = true;
    return kept;
  }

  get begun() {
    return this.#task !== null;
  }

  /** True if the text in the box is not a new message. */
  get edits() {
    return this.#task?.text !== undefined;
  }

  get about() {
    return this.#task?.about;
  }
}
