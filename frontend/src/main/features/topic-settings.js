import { TopicSettings } from '../../view/topic-settings.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets moderators change their topic and its members.
 * @param {Chat} chat
 */
export function installTopicSettings(chat) {
  const { api, directory, place } = chat;
  const settings = new TopicSettings({
    changeTopic: async changes => {
      const topic = await directory.change(place.topic, changes);
      if (topic) {
        place.update(topic);
      }
    },
    members: () => api.members(place.topic),
    invite: member => api.invite(place.topic, member),
    dismiss: name => api.dismiss(place.topic, name),
  });

  chat.add(settings);
  chat.described.hear(topic => settings.of(topic));
  chat.absent.hear(() => settings.close());
}
