import { say } from '../words.js';
import { Announcement } from '../view/announcement.js';
import { find } from '../view/element.js';
import { Collection } from './collection.js';
/** @import { Api } from '../net/api.js' */
/** @import { Confirmation } from '../view/confirmation.js' */

/** The people whom the user has blocked, in the dialog of the account. */
export class OwnBlocks {
  #button = find('#account');
  #dialog = /** @type {HTMLDialogElement} */ (find('#account-dialog'));
  /** Those in the list. */
  #names = new Set();
  #busy = false;
  /** @type {Collection<{id: number, name: string}>} */
  #blocks;

  /**
   * @param {Api} api
   * @param {(name: string) => Promise<unknown>} unblock
   * @param {Confirmation} confirmation
   */
  constructor(api, unblock, confirmation) {
    this.#blocks = new Collection('#own-blocks', { confirmation, announcement: new Announcement('#own-blocks-said') }, {
      // The server knows them by name.
      load: async () => {
        const found = await api.blocks();
        this.#names = new Set(found.map(({ name }) => name));
        return found.map(({ name }, i) => ({ id: i + 1, name }));
      },
      empty: say('block.none'),
      entry: ({ id, name }) => ({
        id, title: name, tag: '', facts: [],
        offers: [{ act: 'lift', label: say('block.lift'), question: { title: say('block.lift.title', { name }), text: say('block.lift.text'), button: say('block.lift') } }],
      }),
      acts: {
        lift: async ({ id, name }, listing) => {
          this.#busy = true;
          await unblock(name).finally(() => {
            this.#busy = false;
          });
          this.#names.delete(name);
          listing.remove(id);
          return say('block.lifted', { name });
        },
      },
    });
  }

  /**
   * An open list shows what another device has changed.
   * @param {string[]} names of those who are blocked now
   */
  take(names) {
    const same = names.length === this.#names.size && names.every(name => this.#names.has(name));
    if (!same && !this.#busy && this.#dialog.open) {
      this.#names = new Set(names);
      this.#blocks.reload();
    }
  }

  start() {
    this.#button.addEventListener('click', this.#opened);
  }

  stop() {
    this.#button.removeEventListener('click', this.#opened);
    this.#blocks.stop();
  }

  #opened = () => {
    this.#blocks.stop();
    this.#blocks.start();
  };
}
