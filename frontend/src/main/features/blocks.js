import { BLOCKS } from '../../model/destinations.js';
import { say } from '../../words.js';
import { OwnBlocks } from '../own-blocks.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets users block people: these can no longer write to them alone, and in larger conversations their messages are hidden.
 * @param {Chat} chat
 */
export function installBlocks(chat) {
  const { api, blocked, confirmation, connection, directory, log, me, notice, personActs, place } = chat;

  let heard = 0;

  /** The answer may be older than news that have come meanwhile. */
  async function load() {
    const before = heard;
    const names = (await api.blocks()).map(({ name }) => name);
    if (heard === before) {
      blocked.replace(names);
      draw();
    } else {
      await load();
    }
  }

  function draw() {
    const topic = directory.get(place.topic);
    if (topic && place.room) {
      chat.described.tell(topic);
    }
    own.take(blocked.names);
    chat.repaint();
  }

  /** @param {{name: string, blocked: boolean}} news from the server, or of an act of this page that it has confirmed */
  function take(news) {
    heard += 1;
    blocked.take(news);
    draw();
  }

  /** @param {string} name */
  async function block(name) {
    await api.block(name);
    take({ name, blocked: true });
  }

  /** @param {string} name */
  async function unblock(name) {
    await api.unblock(name);
    take({ name, blocked: false });
  }

  personActs.push({
    label: say('block.act'),
    offered: ({ name, guest }) => me.hasAccount && !guest && name !== me.name && !blocked.has(name),
    start: name => confirmation.ask({ title: say('block.title', { name }), text: say('block.text'), button: say('block.button') },
      () => block(name), () => log.focus()),
  }, {
    label: say('block.lift'),
    offered: ({ name }) => blocked.has(name),
    start: name => unblock(name).catch(({ message }) => notice.show(message)),
  });
  const own = new OwnBlocks(api, unblock, confirmation);
  chat.add(own);
  chat.connected.hear(() => {
    if (me.hasAccount) {
      connection.subscribe(BLOCKS, { take, stands: () => load().catch(() => {}) });
    }
  });
  log.acted.hear((name, { seq }) => {
    if (name === 'unhide') {
      blocked.show(`${place.topic}/${seq}`);
      chat.repaint();
    }
  });
}
