import { FormatKeys } from '../../view/format-keys.js';
import { PasteOffer } from '../../view/paste-offer.js';
/** @import { Chat } from '../chat.js' */

/**
 * Helps to write markup: by keys, and when code is pasted.
 * @param {Chat} chat
 */
export function installFormatting({ add, composer: { field, written }, entered }) {
  const offer = new PasteOffer(field);

  add(new FormatKeys(field));
  add(offer);
  // The text was sent, or it is another topic's.
  written.hear(offer.look);
  entered.hear(offer.look);
}
