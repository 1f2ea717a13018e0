import { suggestedName } from '../model/topics.js';
import { Dialog } from './dialog.js';
/** @import { Topic } from '../model/topics.js' */

/** Asks for a new topic; its name follows the title until one writes it oneself. */
export class TopicDialog {
  #dialog;
  #named = false;

  /** @param {(topic: Topic) => Promise<unknown>} create */
  constructor(create) {
    this.#dialog = new Dialog('#topic-dialog', ({ name, title, description }) =>
      create({ name: name.trim(), title: title.trim() || name.trim(), description: description.trim() }));
  }

  start() {
    this.#dialog.start();
    this.#dialog.field('title').addEventListener('input', this.#titled);
    this.#dialog.field('name').addEventListener('input', this.#renamed);
  }

  stop() {
    this.#dialog.stop();
    this.#dialog.field('title').removeEventListener('input', this.#titled);
    this.#dialog.field('name').removeEventListener('input', this.#renamed);
  }

  /** @param {string} name what to offer; may be empty */
  open(name) {
    this.#named = name !== '';
    this.#dialog.open({ name });
  }

  #titled = () => {
    if (!this.#named) {
      this.#dialog.field('name').value = suggestedName(this.#dialog.field('title').value);
    }
  };

  #renamed = () => {
    this.#named = this.#dialog.field('name').value !== '';
  };
}
