import { LOBBY } from '../../model/topics.js';
import { LeaveTopic } from '../../view/leave-topic.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets a user leave a topic to which the user was invited.
 * @param {Chat} chat
 */
export function installLeavingTopic(chat) {
  const { api, composer, confirmation, me, place } = chat;

  /**
   * Goes first, so that the page does not report the lost right.
   * @param {string} topic
   */
  async function leave(topic) {
    place.go(LOBBY);
    try {
      await api.dismiss(topic, me.name);
    } catch (error) {
      place.go(topic);
      throw error;
    }
  }

  const button = new LeaveTopic(confirmation, leave, () => composer.focus());
  chat.add(button);
  chat.described.hear(topic => button.of(topic));
}
