import { preferencesIn } from '../../model/destinations.js';
import { say } from '../../words.js';
import { TopicMenu } from '../../view/topic-menu.js';
import { OrderChoice } from '../../view/order-choice.js';
import { arranged, orderOf } from '../../model/topic-order.js';
import { Shelf } from '../../model/shelf.js';
/** @import { TopicOrder } from '../../model/topic-order.js' */
/** @import { Chat } from '../chat.js' */

const RECEIPT = 'preferences';

/**
 * Lets users choose what they want to be told of a topic, and the order of the topics.
 * @param {Chat} chat
 */
export function installTopicPreferences(chat) {
  const { connection, directory, notice, unread } = chat;
  /** @type {Shelf<TopicOrder>} */
  const kept = new Shelf(localStorage, 'hubbub.topic-order');
  let order = orderOf(kept.load());
  const menu = new TopicMenu(topic => unread.of(topic));

  menu.chosen.hear((topic, wish) => {
    if (!connection.send(preferencesIn(topic), wish, RECEIPT)) {
      notice.show(say('preferences.offline'));
    }
  });
  directory.arrange = topics => arranged(topics, unread, order);
  chat.add(menu);
  chat.add(new OrderChoice(order, chosen => {
    order = chosen;
    kept.save(order);
    chat.repaint();
  }));
}
