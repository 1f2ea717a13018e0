import { suggestedName } from '../model/topics.js';
import { Dialog } from './dialog.js';
import { find } from './element.js';
/** @import { Topic } from '../model/topics.js' */

/** Asks for a new topic; its name follows the title until one writes it oneself. */
export class TopicDialog {
  #dialog;
  #named = false;

  /** @param {(topic: Topic) => Promise<unknown>} create */
  constructor(create) {
    this.#dialog = new Dialog('#topic-dialog', ({ name, title, description, access }) => create({
      name: name.trim(), title: title.trim() || name.trim(), description: description.trim(),
      access: /** @type {Topic['access']} */ (access),
    }));
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

  /** @param {boolean} offered only who has an account makes topics that are not for everybody */
  offerAccess(offered) {
    find('#topic-dialog-access-field').hidden = !offered;
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
