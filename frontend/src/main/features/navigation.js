import { matching } from '../../model/switcher.js';
import { Button } from '../../view/button.js';
import { Shortcuts } from '../../view/shortcuts.js';
import { Switcher } from '../../view/switcher.js';
/** @import { Shortcut } from '../../model/shortcut.js' */
/** @import { Chat } from '../chat.js' */

/**
 * Lets users go to another topic by a few keys.
 * @param {Chat} chat
 */
export function installNavigation(chat) {
  const { directory, place } = chat;
  const all = () => [...directory.list, ...directory.conversations];
  /** @type {string[]} names of topics, the latest first */
  let visited = [];

  // The open topic comes last, so that Enter alone leads to the one before.
  const switcher = new Switcher(query => matching(all(), query, [...visited.slice(1), ...visited.slice(0, 1)]));

  /** @param {number} distance in the list of topics */
  function step(distance) {
    const names = all().map(({ name }) => name);
    const at = names.indexOf(place.topic);
    place.go(names[(at + distance + names.length) % names.length]);
  }

  /** @type {Record<Shortcut, () => void>} */
  const acts = {
    switcher: () => switcher.open(),
    keys: () => shortcuts.explain(),
    previous: () => step(-1),
    next: () => step(1),
  };
  const shortcuts = new Shortcuts(shortcut => acts[shortcut]());

  switcher.chosen.hear(name => place.go(name));
  chat.entered.hear(({ name }) => {
    visited = [name, ...visited.filter(other => other !== name)];
  });
  [switcher, shortcuts, new Button('#jump', acts.switcher), new Button('#show-keys', acts.keys)].forEach(part => chat.add(part));
}
