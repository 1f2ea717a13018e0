import { candidates, mayBeHere } from '../../model/candidates.js';
import { inCode } from '../../model/markup.js';
import { unfinishedMention } from '../../model/mentions.js';
import { choicesFor } from '../../model/people.js';
import { presentIn } from '../../model/topics.js';
import { PopupMenu } from '../../view/popup-menu.js';
import { say } from '../../words.js';
/** @import { Person } from '../../model/people.js' */
/** @import { Chat } from '../chat.js' */

const OFFERED = 8;

/**
 * Completes the names of people behind an `@`, and opens the menu of a person who is mentioned.
 * @param {Chat} chat
 */
export function installMentions({ add, api, completion, composer, directory, log, me, people, personActs, place }) {
  const menu = new PopupMenu('#mention-menu');

  /**
   * Those who can be meant in the open topic: in a conversation its people.
   * @param {string} wanted
   */
  async function known(wanted) {
    const topic = directory.get(place.topic);
    if (topic?.people) {
      return [presentIn(topic)];
    }
    const authors = place.room?.timeline.messages.map(({ sender }) => sender).reverse() ?? [];
    const near = [people.list.map(({ name }) => name), authors];
    const enough = !wanted || !me.hasAccount || candidates(wanted, near, me.name, OFFERED).length >= OFFERED;
    // Without an answer, those near are offered.
    return enough ? near : [...near, await api.people(wanted).then(found => found.map(({ name }) => name), () => [])];
  }

  /** @param {string} wanted */
  async function offers(wanted) {
    const names = candidates(wanted, await known(wanted), me.name, OFFERED)
      .map(name => ({ text: `@${name} `, sign: '@', label: name }));
    return mayBeHere(wanted) ? [...names.slice(0, OFFERED - 1), { text: '@here ', sign: '@', label: say('mentions.here') }] : names;
  }

  add(menu);
  completion.sources.push({
    wanted: before => inCode(before) ? '' : unfinishedMention(before),
    offers: wanted => offers(wanted.slice(1)),
  });

  /**
   * The server tells who has an account, of those who are not here.
   * @param {string} name
   * @returns {Promise<Person>}
   */
  async function personOf(name) {
    const found = !me.hasAccount || people.get(name) ? [{ name }] : await api.people(name).catch(() => [{ name }]);
    return people.get(name) ?? { name, guest: found.every(other => other.name !== name) };
  }

  /**
   * @param {string} name
   * @param {HTMLElement} button
   */
  async function meet(name, button) {
    const mention = { label: say('mentions.act'), start: () => composer.field.insert(`@${name} `) };
    const acts = choicesFor(await personOf(name), personActs);
    const choices = directory.get(place.topic)?.mayPost === false ? acts : [mention, ...acts];
    if (choices.length > 0 && button.isConnected) {
      menu.open(button, name, choices);
    }
  }

  log.acted.hear((act, _message, button) => {
    const { name } = button.dataset;
    if (act === 'person' && name) {
      meet(name, button);
    }
  });
}
