import { Button } from '../../view/button.js';
import { MeView } from '../../view/me.js';
import { Menu } from '../../view/menu.js';
import { LanguageChoice } from '../../view/language.js';
import { ThemeChoice } from '../../view/theme.js';
import { say } from '../../words.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows the user, with a menu to choose a theme and to leave.
 * @param {Chat} chat
 */
export function installIdentity(chat) {
  const { api, me, notice } = chat;
  const view = new MeView();
  const leave = new Button('#leave', async () => {
    chat.stop();
    await me.leave();
    chat.forget();
  });
  const language = new LanguageChoice('#language', tag => me.hasAccount && api.chooseLanguage(tag), reason => notice.show(reason));
  [leave, new Menu('#me-menu'), new ThemeChoice(), language].forEach(part => chat.add(part));
  chat.identified.hear(() => {
    view.draw(me);
    leave.say(say(me.hasAccount ? 'identity.sign-out' : 'identity.leave'));
  });
}
