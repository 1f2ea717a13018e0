import { NOTICES } from '../../model/destinations.js';
import { NO_WISHES, summaryOf } from '../../model/notices.js';
import { hashOf, isHere } from '../../model/route.js';
import { Shelf } from '../../model/shelf.js';
import { Problem } from '../../net/problem.js';
import { say } from '../../words.js';
import { Chime } from '../../view/chime.js';
import { NoticeChoice } from '../../view/notice-choice.js';
import { askPermission, notify, permission } from '../../view/notifications.js';
import { Toast } from '../../view/toast.js';
import { claim } from '../claim.js';
import { Push } from '../push.js';
/** @import { AccountNotice, Notice, Wishes } from '../../model/notices.js' */
/** @import { Chat } from '../chat.js' */

/** A visible tab comes first: if the user looks at the message there, no other tab tells of it. */
const AFTER_VISIBLE = 300;

/**
 * Tells the user of messages for them that nobody sees here: by a notification if the tab is hidden, and by a sound. Both
 * are off until the user asks for them.
 * @param {Chat} chat
 */
export function installNotices({ add, api, connected, connection, directory, forgotten, me, place, unread }) {
  /** @type {Shelf<Wishes>} */
  const shelf = new Shelf(localStorage, 'hubbub.notices');
  const chime = new Chime();
  const toast = new Toast('#said');
  const push = new Push(api, new Shelf(localStorage, 'hubbub.push'));
  const choice = new NoticeChoice((name, on) => {
    if (name === 'push') {
      pushing(on);
    } else if (name === 'notify' && on) {
      begin();
    } else {
      wish({ [name]: on });
    }
  });

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
    choice.draw({ notify: notify && permission() === 'granted', sound, push: push.on, pushPossible: me.hasAccount && push.possible }, hint);
  }

  async function begin() {
    const answer = await askPermission();
    wish({ notify: answer === 'granted' }, answer === 'granted' ? '' : say(answer === 'missing' ? 'notices.missing' : 'notices.denied'));
  }

  /** @param {boolean} on */
  async function pushing(on) {
    if (on && await askPermission() !== 'granted') {
      draw(say('notices.denied'));
      return;
    }
    try {
      await (on ? push.begin() : push.end());
      draw();
    } catch (error) {
      draw(error instanceof Problem ? error.message : say('notices.push-failed'));
    }
  }

  /** It concerns the user in any case. A user who looks elsewhere sees it afterwards. @param {string} text */
  function sayOff(text) {
    const said = () => toast.say(text);
    if (document.hidden) {
      document.addEventListener('visibilitychange', said, { once: true });
    } else {
      said();
    }
  }

  /** @param {Notice} news */
  function titleOf({ topic }) {
    return directory.get(topic)?.title ?? topic;
  }

  /** @param {Notice | AccountNotice} news */
  async function take(news) {
    if (news.type === 'account-hook') {
      sayOff(say('notices.account-hook', { host: news.sender }));
      return;
    }
    const { topic, seq } = news;
    const now = wishes();
    if (news.type === 'hook') {
      sayOff(summaryOf(news, titleOf(news)).title);
    }
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
      const summary = summaryOf(news, titleOf(news));
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

  /** The user has clicked on a notification of the service worker. @param {MessageEvent} message */
  function clicked({ data }) {
    if (data.place && isHere(data.place, document.baseURI)) {
      location.hash = data.place;
      place.lookAgain();
    }
  }

  add(choice);
  add(toast);
  add({
    start: () => navigator.serviceWorker?.addEventListener('message', clicked),
    stop: () => navigator.serviceWorker?.removeEventListener('message', clicked),
  });
  add({ start: () => draw(), stop: () => chime.stop() });
  connected.hear(() => {
    connection.subscribe(NOTICES, { take });
    if (me.hasAccount) {
      push.renew().catch(() => {});
    }
  });
  me.leaving = () => push.end();
  forgotten.hear(() => push.end().catch(() => {}));
}
