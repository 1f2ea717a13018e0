import { DRAFTS } from '../../model/destinations.js';
import { DraftSaver } from '../draft-saver.js';
/** @import { Chat } from '../chat.js' */

/**
 * Keeps the unsent texts of an account on the server. Those of a guest stay in this tab.
 * @param {Chat} chat
 */
export function installDrafts({ add, api, composer, connected, connection, drafts, me, place }) {
  const saver = new DraftSaver(drafts, api, () => composer.rewrite(drafts.of(place.topic)));
  // The user may go on at another device, or come from there.
  const look = () => me.hasAccount && (document.hidden ? saver.save() : saver.load());

  add(saver);
  add({
    start: () => document.addEventListener('visibilitychange', look),
    stop: () => document.removeEventListener('visibilitychange', look),
  });
  connected.hear(() => {
    if (me.hasAccount) {
      connection.subscribe(DRAFTS, { take: saver.hear, stands: () => saver.load() });
    }
  });
  composer.written.hear(text => me.hasAccount && saver.changed(text));
}
