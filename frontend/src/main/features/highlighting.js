import { Highlighting } from '../../view/highlighting.js';
/** @import { Chat } from '../chat.js' */

/**
 * Colours code in messages.
 * @param {Chat} chat
 */
export function installHighlighting({ loadHighlighter, painting }) {
  const highlighting = new Highlighting(loadHighlighter);

  // After the messages were drawn.
  painting.hear(highlighting.draw);
}
