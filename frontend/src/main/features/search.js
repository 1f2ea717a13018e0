import { Hits } from '../../model/hits.js';
import { isDirect } from '../../model/topics.js';
import { say } from '../../words.js';
import { Button } from '../../view/button.js';
import { SearchDialog } from '../../view/search-dialog.js';
/** @import { Hit } from '../../model/hits.js' */
/** @import { Chat } from '../chat.js' */

/**
 * Finds messages in all topics that the user may read.
 * @param {Chat} chat
 */
export function installSearch(chat) {
  const { api, blocked, directory } = chat;
  const dialog = new SearchDialog(topic => directory.get(topic)?.title ?? topic);
  let hits = new Hits();
  let query = '';
  /** @type {'newest' | 'best'} */
  let order = 'newest';
  /** Of several searches under way, only the last one counts. */
  let latest = 0;

  async function load() {
    const own = ++latest;
    dialog.wait(true);
    try {
      const page = await api.search({ q: query, sort: order, before: hits.before, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
      if (own === latest) {
        hits.add(page);
        show(hits.list.length ? '' : say('search.none'));
      }
    } catch (error) {
      if (own === latest) {
        show(/** @type {Error} */ (error).message);
      }
    }
    if (own === latest) {
      dialog.wait(false);
    }
  }

  /** @param {string} state */
  function show(state) {
    const list = hits.list.filter(isShown);
    dialog.show({ list, state: state || (hits.complete ? say('search.end', { count: list.length }) : ''), more: !hits.complete && order === 'newest' && hits.list.length > 0 });
    // The hits have pictures.
    chat.repaint();
  }

  /**
   * As in conversations, one does not read blocked people.
   * @param {Hit} hit
   */
  function isShown({ topic, sender }) {
    const known = directory.get(topic);
    return !blocked.has(sender) || !known || !isDirect(known);
  }

  function forget() {
    latest++;
    hits = new Hits();
    query = '';
    dialog.wait(false);
    dialog.clear();
  }

  dialog.asked.hear((text, by) => {
    query = text.trim();
    order = by;
    latest++;
    hits = new Hits();
    if (query) {
      load();
    } else {
      dialog.wait(false);
      dialog.show({ list: [], state: '', more: false });
    }
  });
  dialog.more.hear(load);
  // Browsers do nothing if a link leads to where the page is.
  dialog.again.hear(() => chat.place.lookAgain());
  chat.searched.hear(dialog.open);
  chat.forgotten.hear(forget);
  blocked.changed.hear(() => {
    if (hits.list.length) {
      show('');
    }
  });
  [dialog, new Button('#search-open', () => dialog.open())].forEach(part => chat.add(part));
}
