import { AWAY, presenceFrom } from '../../model/destinations.js';
import { sanctionOf } from '../../model/sanction.js';
import { isDirect, presentIn } from '../../model/topics.js';
import { PeoplePane } from '../../view/people-pane.js';
import { SanctionDialog } from '../../view/sanction-dialog.js';
import { say } from '../../words.js';
import { followTopic } from '../follow-topic.js';
import { InputWatch } from '../input-watch.js';
/** @import { PersonAct } from '../../model/people.js' */
/** @import { SanctionKind } from '../../model/sanction.js' */
/** @import { Chat } from '../chat.js' */

const RECEIPT = 'presence';

/**
 * Shows who is in the open topic, and tells the others when the user is away. Moderators mute and ban from the list.
 * @param {Chat} chat
 */
export function installPresence(chat) {
  const { api, connection, directory, me, people, personActs, place } = chat;
  const pane = new PeoplePane(personActs);
  const input = new InputWatch(tell);
  let entered = '';
  const dialog = new SanctionDialog((kind, name, values) => api.impose(place.topic, kind, sanctionOf(name, values)));

  /** @param {boolean} away */
  function tell(away) {
    connection.send(AWAY, { away }, RECEIPT);
  }

  /**
   * @param {SanctionKind} kind
   * @param {string} label
   * @returns {PersonAct}
   */
  function sanction(kind, label) {
    return {
      label,
      offered: ({ name }) => name !== me.name && Boolean(directory.get(place.topic)?.mayModerate),
      start: name => dialog.open(kind, name, directory.get(place.topic)?.title ?? place.topic),
    };
  }

  personActs.push(sanction('mutes', say('people.mute')), sanction('bans', say('people.ban')));
  [pane, input, dialog].forEach(part => chat.add(part));
  followTopic(chat, presenceFrom, notice => {
    people.take(notice);
    chat.repaint();
  }, () => {
    people.clear();
    dialog.close();
    chat.repaint();
  });
  chat.described.hear(topic => people.expect(isDirect(topic) ? presentIn(topic) : []));
  // A new connection counts as one in use.
  chat.connected.hear(() => input.away && tell(true));
  chat.refused.hear(receipt => receipt === RECEIPT);
  chat.absent.hear(() => pane.show(false));
  chat.entered.hear(({ name }) => {
    pane.show(true);
    if (entered && entered !== name) {
      pane.uncover();
    }
    entered = name;
  });
  chat.painting.hear(() => pane.draw(people, me.name));
}
