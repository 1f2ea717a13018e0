import { Button } from '../../view/button.js';
import { MeView } from '../../view/me.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows the user, and lets the user leave.
 * @param {Chat} chat
 */
export function installIdentity(chat) {
  const { me } = chat;
  const view = new MeView();
  const leave = new Button('#leave', async () => {
    chat.stop();
    await me.leave();
    chat.forget();
  });
  chat.add(leave);
  chat.identified.hear(() => {
    view.draw(me);
    leave.say(me.hasAccount ? 'Sign out' : 'Leave');
  });
}
