import { dateOf, startOf } from '../../model/day.js';
import { say } from '../../words.js';
import { Button } from '../../view/button.js';
import { Dialog } from '../../view/dialog.js';
import { jump } from '../jump.js';
/** @import { Chat } from '../chat.js' */

/**
 * Goes to the first message of a day.
 * @param {Chat} chat
 */
export function installDates(chat) {
  const { log, place } = chat;
  const button = new Button('#go-to-date', () => open(dateOf(Date.now())));
  const dialog = new Dialog('#date-dialog', async ({ date }) => {
    const time = startOf(date);
    if (Number.isNaN(time)) {
      throw new Error(say('day.missing'));
    }
    const seq = await place.room?.showTime(time);
    if (!seq) {
      throw new Error(say('day.none'));
    }
    // Only then can an element behind the dialog take the focus.
    dialog.close();
    jump(chat, seq);
  });

  /** @param {string} date */
  function open(date) {
    dialog.open({ date });
    dialog.field('date').max = dateOf(Date.now());
  }

  [button, dialog].forEach(part => chat.add(part));
  chat.entered.hear(() => button.show(true));
  chat.absent.hear(() => {
    button.show(false);
    dialog.close();
  });
  log.acted.hear((...[name, , { dataset: { date = '' } }]) => {
    if (name === 'date') {
      open(date);
    }
  });
}
