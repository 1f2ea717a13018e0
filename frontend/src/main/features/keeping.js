import { MOST_MESSAGES, bounded } from '../../model/kept.js';
/** @import { Message } from '../../model/message.js' */
/** @import { Chat } from '../chat.js' */
/** @import { Room } from '../room.js' */

/** Messages that come one after the other are kept together. */
const SOON = 1_000;
/** So often, topics that are not open are compared with the server. */
const EVERY = 600_000;

/**
 * Keeps the newest messages of the topics that the user of an account visits, for times without a network. A text that is
 * deleted on the server goes here too, also from topics that are not open.
 * @param {Chat} chat
 */
export function installKeeping({ add, api, archive, changed, connection, directory, forgotten, listed, lost, me, place }) {
  // The server may not want browsers to keep anything.
  if (!document.body.dataset.build) {
    return;
  }
  /** @type {Set<Room>} */
  const waiting = new Set();
  let timer = 0;
  let interval = 0;

  /** The user and the topics; another tab may have ended the visit. */
  async function keepUser() {
    if (me.hasAccount && !me.hasLeft) {
      const { list, conversations } = directory;
      await archive.keepUser({ name: me.name, role: me.isAdmin ? 'admin' : 'member', topics: list, conversations });
    }
  }

  function flush() {
    clearTimeout(timer);
    timer = 0;
    if (waiting.size > 0) {
      keepUser();
    }
    for (const { topic, timeline } of waiting) {
      if (timeline.opened && directory.get(topic)) {
        keep(topic, timeline.messages, timeline.newest, Date.now());
      }
    }
    waiting.clear();
  }

  /**
   * @param {string} name
   * @param {Message[]} messages
   * @param {number} head
   * @param {number} at when the server, or the open room, was in this state
   */
  function keep(name, messages, head, at) {
    return archive.keepTopic(me.name, bounded({ name, messages, head, epoch: connection.epoch, at }));
  }

  /** Brings the topics that are not open up to date. */
  async function compare() {
    for (const { name, head, epoch } of await archive.topics() ?? []) {
      const topic = directory.get(name);
      if (!topic) {
        await archive.drop(name);
      } else if (name !== place.room?.topic && (topic.head !== head || epoch !== connection.epoch)) {
        const at = Date.now();
        const page = await api.messages(name, { before: (topic.head ?? 0) + 1, limit: MOST_MESSAGES });
        await keep(name, page.reverse().filter(({ type }) => type === 'posted'), topic.head ?? 0, at);
      }
    }
  }

  async function refresh() {
    if (connection.epoch) {
      await directory.load();
      await compare();
    }
  }

  changed.hear(room => {
    if (me.hasAccount && connection.epoch) {
      waiting.add(room);
      timer ||= window.setTimeout(flush, SOON);
    }
  });
  listed.hear(async () => {
    if (me.hasAccount) {
      await keepUser();
      await compare().catch(() => {});
    }
  });
  lost.hear(name => archive.drop(name));
  forgotten.hear(() => archive.clear());
  add({
    start: () => {
      document.addEventListener('visibilitychange', flush);
      interval = window.setInterval(() => refresh().catch(() => {}), EVERY);
    },
    stop: () => {
      document.removeEventListener('visibilitychange', flush);
      clearInterval(interval);
      clearTimeout(timer);
      waiting.clear();
    },
  });
}
