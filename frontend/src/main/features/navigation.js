import { choicesFor } from '../../model/people.js';
import { goals } from '../../model/switcher.js';
import { Button } from '../../view/button.js';
import { find } from '../../view/element.js';
import { PopupMenu } from '../../view/popup-menu.js';
import { Shortcuts } from '../../view/shortcuts.js';
import { Switcher } from '../../view/switcher.js';
/** @import { Person } from '../../model/people.js' */
/** @import { Shortcut } from '../../model/shortcut.js' */
/** @import { Chat } from '../chat.js' */

/**
 * Lets users go to another topic, or meet a person who is in the open one, by a few keys.
 * @param {Chat} chat
 */
export function installNavigation(chat) {
  const { directory, me, people, personActs, place } = chat;
  const all = () => [...directory.list, ...directory.conversations];
  /** @type {string[]} names of topics, the latest first */
  let visited = [];

  // The open topic comes last, so that Enter alone leads to the one before.
  const switcher = new Switcher(query => goals(all(), others(), query, [...visited.slice(1), ...visited.slice(0, 1)]));
  const menu = new PopupMenu('#goal-menu');

  function others() {
    return people.list.filter(person => person.name !== me.name && choicesFor(person, personActs).length > 0);
  }

  /** @param {Person} person */
  function meet(person) {
    const choices = choicesFor(person, personActs);
    if (choices.length === 1) {
      choices[0].start();
    } else {
      menu.open(find('#topic-title'), person.name, choices);
    }
  }

  /** @param {number} distance in the list of topics */
  function step(distance) {
    const names = all().map(({ name }) => name);
    const at = names.indexOf(place.topic);
    place.go(names[(at + distance + names.length) % names.length]);
  }

  /** @type {Record<Shortcut, () => void>} */
  const acts = {
    switcher: () => switcher.open(),
    search: () => chat.searched.tell(''),
    keys: () => shortcuts.explain(),
    previous: () => step(-1),
    next: () => step(1),
    read: () => chat.caughtUp.tell(),
  };
  const shortcuts = new Shortcuts(shortcut => acts[shortcut]());

  switcher.chosen.hear(({ topic, person }) => {
    if (topic) {
      place.go(topic.name);
    } else if (person) {
      meet(person);
    }
  });
  switcher.searched.hear(chat.searched.tell);
  chat.entered.hear(({ name }) => {
    visited = [name, ...visited.filter(other => other !== name)];
  });
  [switcher, menu, shortcuts, new Button('#jump', acts.switcher), new Button('#show-keys', acts.keys)].forEach(part => chat.add(part));
}
