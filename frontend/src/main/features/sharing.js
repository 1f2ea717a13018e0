import { Shelf } from '../../model/shelf.js';
/** @import { Chat } from '../chat.js' */

/**
 * Puts what another app has shared into the composer of the topic that is entered next, behind what is there.
 * @param {Chat} chat
 */
export function installSharing({ drafts, entered, forgotten }) {
  /** @type {Shelf<string>} */
  const shared = new Shelf(sessionStorage, 'hubbub.shared');
  /** @type {Shelf<string>} */
  const last = new Shelf(localStorage, 'hubbub.topic');

  entered.hear(({ name }) => {
    last.save(name);
    const text = shared.load();
    if (text) {
      shared.save('');
      drafts.keep(name, [drafts.of(name), text].filter(Boolean).join('\n'));
    }
  });
  forgotten.hear(() => {
    shared.save('');
    last.save('');
  });
}
