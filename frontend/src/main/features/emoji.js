import { anyCode, finishedCode, unfinishedCode } from '../../model/emoji.js';
import { Button } from '../../view/button.js';
import { find } from '../../view/element.js';
/** @import { Chat } from '../chat.js' */

const OFFERED = 8;
const BUTTON = '#composer-emoji';

/**
 * Emoji in the text box: by a picker, by the completion of a short code, and in place of a whole one.
 * @param {Chat} chat
 */
export function installEmoji({ add, completion, composer, emojiPicker, loadEmoji }) {
  const { field, written } = composer;

  add(new Button(BUTTON, async () => {
    const char = await emojiPicker.choose(find(BUTTON));
    if (char) {
      field.insert(char);
    }
  }));

  completion.sources.push({
    // With its colon, which is replaced too.
    wanted: before => unfinishedCode(before) && `:${unfinishedCode(before)}`,
    offers: async wanted => (await loadEmoji()).search(wanted.slice(1), OFFERED)
      .map(({ char, codes, name }) => ({ text: `${char} `, sign: char, label: codes[0] ? `:${codes[0]}:` : name })),
  });

  /** @param {string} code */
  async function replace(code) {
    const emoji = await loadEmoji();
    const known = emoji.byCode(code);
    if (known && finishedCode(field.before) === code) {
      field.replaceBefore(code.length + 2, known.char);
    }
    composer.finish = text => emoji.inText(text);
  }

  written.hear(text => {
    const code = finishedCode(field.before) || anyCode(text);
    if (code) {
      // Without the data, the code is sent.
      replace(code).catch(() => {});
    }
  });
}
