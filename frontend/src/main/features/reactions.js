import { reactIn } from '../../model/destinations.js';
import { newId } from '../../model/new-id.js';
import { say } from '../../words.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets everybody who may write react to messages: with any emoji, or with one that is there already.
 * @param {Chat} chat
 */
export function installReactions({ acts, connection, emojiPicker, log, notice, place }) {
  /**
   * @param {number} seq
   * @param {string} emoji
   * @param {boolean} on
   */
  function react(seq, emoji, on) {
    if (!connection.send(reactIn(place.topic), { target: seq, emoji, on }, newId())) {
      notice.show(say('react.offline'));
    }
  }

  acts.push({
    name: 'react',
    title: say('react.act'),
    label: ({ sender }) => say('react.label', { sender }),
    offered: () => true,
    start: async ({ seq }) => {
      const button = log.button(seq, 'react');
      const emoji = button ? await emojiPicker.choose(button) : '';
      // The row may have been drawn anew while the picker was open.
      log.button(seq, 'react')?.focus();
      if (emoji) {
        react(seq, emoji, true);
      }
    },
  });
  log.acted.hear((name, { seq }, { dataset: { emoji = '' }, ariaPressed }) => {
    if (name === 'toggle') {
      react(seq, emoji, ariaPressed !== 'true');
    }
  });
}
