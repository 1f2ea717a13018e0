import { say } from '../../words.js';
import { OwnBlocks } from '../own-blocks.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets users block people: these can no longer write to them alone, and in larger conversations their messages are hidden.
 * @param {Chat} chat
 */
export function installBlocks(chat) {
  const { api, blocked, confirmation, directory, log, me, notice, personActs, place } = chat;

  async function load() {
    if (me.hasAccount) {
      blocked.replace((await api.blocks()).map(({ name }) => name));
      const topic = directory.get(place.topic);
      if (topic && place.room) {
        chat.described.tell(topic);
      }
      chat.repaint();
    }
  }

  /** @param {string} name */
  async function block(name) {
    await api.block(name);
    await load();
  }

  /** @param {string} name */
  async function unblock(name) {
    await api.unblock(name);
    await load();
  }

  personActs.push({
    label: say('block.act'),
    offered: ({ name }) => me.hasAccount && name !== me.name && !blocked.has(name),
    start: name => confirmation.ask({ title: say('block.title', { name }), text: say('block.text'), button: say('block.button') },
      () => block(name), () => log.focus()),
  }, {
    label: say('block.lift'),
    offered: ({ name }) => blocked.has(name),
    start: name => unblock(name).catch(({ message }) => notice.show(message)),
  });
  const own = new OwnBlocks(api, unblock, confirmation);
  chat.add(own);
  // Blocks of another device are seen after a reconnect at the latest.
  chat.connected.hear(() => load().catch(() => {}));
  log.acted.hear((name, { seq }) => {
    if (name === 'unhide') {
      blocked.show(`${place.topic}/${seq}`);
      chat.repaint();
    }
  });
}
