import { plainName } from '../../model/file-name.js';
import { readOnlyReason } from '../../model/topic-marks.js';
import { partOf } from '../../model/uploads.js';
import { say } from '../../words.js';
import { Deliveries } from '../deliveries.js';
/** @import { Chat } from '../chat.js' */

/**
 * Sends the user's messages, and keeps each until the server has it.
 * @param {Chat} chat
 */
export function installWriting(chat) {
  const { blocked, composer, connection, drafts, log, me, outbox, ownership, place, uploads } = chat;
  const deliveries = new Deliveries(outbox, connection);
  /** @type {Record<string, (id: string) => void>} */
  const acts = { retry: id => deliveries.retry(id), discard: id => outbox.remove(id) };

  chat.add(deliveries);
  composer.written.hear(text => drafts.keep(place.topic, text));
  composer.sent.hear((text, about) => {
    const attachments = about?.target ? [] : uploads.of(place.topic).map(partOf);
    const id = deliveries.send(place.topic, text, attachments.length > 0 ? { ...about, attachments } : about);
    if (!about?.target) {
      uploads.take(place.topic, id);
      ownership.add(id);
      log.follow();
    }
    chat.paint();
  });
  log.acted.hear((name, { id }) => {
    acts[name]?.(id);
    chat.repaint();
  });

  uploads.ended.hear(upload => {
    const { key, message, state, name, reason } = upload;
    if (message && state === 'done') {
      deliveries.attached(message, partOf(upload));
      uploads.remove(key);
    } else if (message) {
      outbox.refuse(message, say('attach.failed', { name: plainName(name), reason }));
    }
  });

  chat.connected.hear(() => deliveries.resend());
  chat.accepted.hear(id => {
    deliveries.accepted(id);
    outbox.forgetSentElsewhere(place.topic);
    if (place.room) {
      deliveries.arrived(place.room, me.name);
    }
  });
  chat.refused.hear((id, reason, retryAfter) => deliveries.refused(id, reason, retryAfter));
  chat.changed.hear(room => deliveries.arrived(room, me.name));
  // A message comes back under the name that it was sent with.
  chat.renamed.hear(() => outbox.forgetSentElsewhere(''));

  chat.described.hear(topic => composer.show(true, readOnlyReason(topic, blocked.alone(topic))));
  chat.entered.hear(topic => {
    outbox.forgetSentElsewhere(topic.name);
    composer.open(topic, drafts.of(topic.name));
    // On a touch screen, the focus would open the keyboard.
    if (matchMedia('(hover: hover)').matches) {
      composer.welcome();
    }
  });
  chat.absent.hear(() => composer.show(false));
  chat.forgotten.hear(() => {
    outbox.clear();
    drafts.clear();
    ownership.clear();
  });
}
