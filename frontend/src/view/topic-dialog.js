import { suggestedName } from '../model/topics.js';
import { Dialog } from './dialog.js';
import { find } from './element.js';
/** @import { Topic } from '../model/topics.js' */

/** Asks for a new topic. Its name follows the title until the user writes a name. */
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

  /** @param {boolean} offered only users with an account can make topics that are not open */
  offerAccess(offered) {
    find('#topic-dialog-access-field').hidden = !offered;
  }

  /** @param {string} name the suggestion; may be empty */
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
