import { say } from '../words.js';
import { AddresseeField } from './addressees.js';
import { Dialog } from './dialog.js';
import { find } from './element.js';

/** The dialog in which a conversation is started by its people. */
export class ConversationDialog {
  #dialog;
  #people;

  /**
   * @param {(part: string) => Promise<string[]>} search
   * @param {(people: string[]) => Promise<unknown>} converse
   */
  constructor(search, converse) {
    const error = find('#conversation-dialog-error');
    this.#people = new AddresseeField(search, ({ message }) => {
      error.textContent = message;
    });
    this.#dialog = new Dialog('#conversation-dialog', async () => {
      if (this.#people.chosen.length === 0) {
        throw new Error(say('conversation.nobody'));
      }
      await converse(this.#people.chosen);
    });
  }

  start() {
    this.#dialog.start();
    this.#people.start();
  }

  stop() {
    this.#people.stop();
    this.#dialog.stop();
  }

  open() {
    this.#dialog.open({});
    this.#people.begin();
  }
}
