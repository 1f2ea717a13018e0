import { isDirect } from '../../model/topics.js';
import { say } from '../../words.js';
import { Dialog } from '../../view/dialog.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets people show a message of a conversation, which has no moderators, to the admins.
 * @param {Chat} chat
 */
export function installReporting(chat) {
  const { acts, api, directory, log, me, place } = chat;
  let seq = 0;
  const dialog = new Dialog('#report-dialog', async ({ reason }) => {
    await api.report(place.topic, seq, reason.trim());
    dialog.close();
    log.focus();
    chat.notice.show(say('report.done'));
  });

  chat.add(dialog);
  acts.push({
    name: 'report',
    title: say('report.act'),
    label: ({ sender }) => say('report.label', { name: sender }),
    offered: ({ sender }) => {
      const topic = directory.get(place.topic);
      return Boolean(topic && isDirect(topic)) && sender !== me.name;
    },
    start: message => {
      ({ seq } = message);
      dialog.open({});
    },
    inMenu: true,
  });
}
