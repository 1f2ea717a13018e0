import { say } from '../../words.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets authors and moderators remove the preview of a link.
 * @param {Chat} chat
 */
export function installPreviews({ acts, api, directory, notice, ownership, place }) {
  acts.push({
    name: 'unpreview',
    title: say('preview.remove'),
    label: ({ sender }) => say('preview.remove.label', { sender }),
    offered: message => Boolean(message.preview) && (Boolean(directory.get(place.topic)?.mayModerate) || ownership.of(message)),
    start: ({ seq }) => api.removePreview(place.topic, seq).catch(({ message }) => notice.show(message)),
    inMenu: true,
  });
}
