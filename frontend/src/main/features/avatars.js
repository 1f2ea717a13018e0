import { Avatars } from '../../model/avatars.js';
import { AVATARS } from '../../model/destinations.js';
import { say } from '../../words.js';
import { AvatarApi } from '../../net/avatar-api.js';
import { drawPictures, peopleShown } from '../../view/avatar.js';
import { Portrait } from '../../view/portrait.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows people's pictures in place of their initials wherever these are, and lets users change their own. The page asks
 * once for all new names, and then hears the news.
 * @param {Chat} chat
 */
export function installAvatars(chat) {
  const { confirmation, connection, me, personActs } = chat;
  const api = new AvatarApi(document.baseURI);
  const avatars = new Avatars();
  const portrait = new Portrait({
    name: () => me.name,
    has: () => avatars.of(me.name) !== '',
    upload: async file => learn(await api.put(file)),
    remove: async () => learn(await api.remove() ?? {}),
  });
  let busy = false;

  /** @param {{avatar?: string}} own */
  function learn({ avatar = '' }) {
    avatars.know(me.name, avatar);
    paint();
  }

  function paint() {
    drawPictures(name => avatars.of(name));
    portrait.draw();
    ask();
  }

  async function ask() {
    const names = busy ? [] : avatars.wanted(peopleShown());
    if (names.length === 0) {
      return;
    }
    busy = true;
    try {
      avatars.learn(await api.of(names));
      chat.repaint();
    } catch {
      // The initials stay, and the next change of the page asks again.
    } finally {
      busy = false;
    }
  }

  personActs.push({
    label: say('picture.remove'),
    offered: ({ name }) => me.isAdmin && name !== me.name && avatars.of(name) !== '',
    start: name => confirmation.ask({
      title: say('picture.remove.title', { name }), text: say('picture.remove.text'), button: say('picture.remove.button'),
    }, () => api.removeAt(avatars.of(name)), () => {}),
  });
  chat.add(portrait);
  chat.connected.hear(() => {
    avatars.doubt();
    connection.subscribe(AVATARS, {
      take: news => {
        avatars.take(news);
        chat.repaint();
      },
    });
  });
  chat.painting.hear(paint);
}
