import { NEWS_DESTINATIONS } from '../../model/destinations.js';
import { drawHeader } from '../../view/header.js';
import { TopicList } from '../../view/topic-list.js';
import { say } from '../../words.js';
/** @import { Topic } from '../../model/topics.js' */
/** @import { Chat } from '../chat.js' */

/**
 * Lists the topics, and follows the news of those that are new, that change, or that the user may no longer read.
 * @param {Chat} chat
 */
export function installTopics(chat) {
  const { connection, directory, notice, place, unread } = chat;
  const list = new TopicList();

  /** Asks after the subscriptions have begun, so a change in between is told by one of the two at least. */
  async function load() {
    try {
      await place.confirm(() => directory.load());
      chat.listed.tell();
      notice.resolve();
      chat.repaint();
    } catch {
      notice.show(say('topics.failed'), load);
    }
  }

  /** @param {Topic & {gone?: boolean}} news */
  function hear({ gone, ...topic }) {
    if (gone) {
      lose(topic.name);
    } else {
      place.update(topic);
    }
    chat.repaint();
  }

  /** @param {string} name */
  function lose(name) {
    const topic = directory.get(name);
    const here = place.room?.topic === name;
    directory.remove(name);
    chat.lost.tell(name);
    place.forget(name);
    if (here) {
      place.look();
      notice.show(say('topics.lost', { topic: topic?.title ?? name }));
    }
  }

  chat.connected.hear(() => {
    NEWS_DESTINATIONS.forEach(destination => connection.subscribe(destination, { take: hear }));
    place.listen();
    load();
  });
  chat.described.hear(drawHeader);
  chat.absent.hear(name => drawHeader({ name, title: name }));
  chat.painting.hear(() => {
    // Until the topics are loaded, the page shows those that came with its markup.
    directory.loaded && list.draw(directory.list, place.topic, unread);
  });
}
