import { NOTICES } from '../../model/destinations.js';
import { NO_WISHES, summaryOf } from '../../model/notices.js';
import { hashOf } from '../../model/route.js';
import { Shelf } from '../../model/shelf.js';
import { say } from '../../words.js';
import { Chime } from '../../view/chime.js';
import { NoticeChoice } from '../../view/notice-choice.js';
import { askPermission, notify, permission } from '../../view/notifications.js';
import { claim } from '../claim.js';
/** @import { Notice, Wishes } from '../../model/notices.js' */
/** @import { Chat } from '../chat.js' */

/** A visible tab comes first: if the user looks at the message there, no other tab tells of it. */
const AFTER_VISIBLE = 300;

/**
 * Tells the user of messages for them that nobody sees here: by a notification if the tab is hidden, and by a sound. Both
 * are off until the user asks for them.
 * @param {Chat} chat
 */
export function installNotices({ add, connected, connection, directory, place, unread }) {
  /** @type {Shelf<Wishes>} */
  const shelf = new Shelf(localStorage, 'hubbub.notices');
  const chime = new Chime();
  const choice = new NoticeChoice((name, on) => name === 'notify' && on ? begin() : wish({ [name]: on }));

  /** Another tab may have changed them. */
  const wishes = () => ({ ...NO_WISHES, ...shelf.load() });

  /**
   * @param {Partial<Wishes>} changes
   * @param {string} [hint]
   */
  function wish(changes, hint) {
    shelf.save({ ...wishes(), ...changes });
    draw(hint);
    if (changes.sound) {
      chime.play().catch(() => {});
    }
  }

  /** @param {string} [hint] */
  function draw(hint) {
    const { notify, sound } = wishes();
    choice.draw({ notify: notify && permission() === 'granted', sound }, hint);
  }

  async function begin() {
    const answer = await askPermission();
    wish({ notify: answer === 'granted' }, answer === 'granted' ? '' : say(answer === 'missing' ? 'notices.missing' : 'notices.denied'));
  }

  /** @param {Notice} news */
  async function take(news) {
    const { topic, seq } = news;
    const now = wishes();
    if ((!now.notify && !now.sound) || unread.of(topic).level === 'muted') {
      return;
    }
    const seen = !document.hidden && topic === place.topic;
    if (document.hidden) {
      await new Promise(go => {
        setTimeout(go, AFTER_VISIBLE);
      });
    }
    if (await claim(`notice ${topic}/${seq}`) && !seen) {
      tell(news, now);
    }
  }

  /**
   * @param {Notice} news
   * @param {Wishes} wished
   */
  function tell(news, { notify: shown, sound }) {
    if (shown && document.hidden && permission() === 'granted') {
      const summary = summaryOf(news, directory.get(news.topic)?.title ?? news.topic);
      if (!notify(summary, () => go(news))) {
        wish({ notify: false }, say('notices.missing'));
      }
    }
    if (sound) {
      chime.play().catch(() => {});
    }
  }

  /** @param {Notice} news */
  function go({ topic, seq }) {
    location.hash = hashOf(topic, seq);
    place.lookAgain();
  }

  add(choice);
  add({ start: () => draw(), stop: () => chime.stop() });
  connected.hear(() => connection.subscribe(NOTICES, { take }));
}
