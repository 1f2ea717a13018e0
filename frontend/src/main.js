import { startWorker } from './main/app.js';
import { Chat } from './main/chat.js';
import { features } from './main/features.js';
import { Identity } from './main/identity.js';
import { forgetUnsent, unsentOf } from './main/unsent.js';
import { Drafts } from './model/drafts.js';
import { EmojiSet } from './model/emoji.js';
import { surplus } from './model/kept.js';
import { Entrance } from './model/entrance.js';
import { newId } from './model/new-id.js';
import { Outbox } from './model/outbox.js';
import { Ownership } from './model/ownership.js';
import { RecentEmoji } from './model/recent-emoji.js';
import { hashOf } from './model/route.js';
import { sharedIn } from './model/shared.js';
import { Shelf } from './model/shelf.js';
import { Api } from './net/api.js';
import { Archive } from './net/archive.js';
import { jsonLoader } from './net/load-json.js';
import { loadHighlighter } from './net/load-highlighter.js';
import { Problem } from './net/problem.js';
import { Transports } from './net/transports.js';
import { EmojiPicker } from './view/emoji-picker.js';
import { language } from './view/language.js';
import { serverName } from './view/server.js';
import { SignIn } from './view/sign-in.js';
/** @import { Way } from './model/entrance.js' */
/** @import { KeptDraft } from './model/drafts.js' */
/** @import { Kept, KeptTopic, KeptUser } from './model/kept.js' */
/** @import { Entry } from './model/outbox.js' */
/** @import { Who } from './net/api.js' */

const INVITE_REFUSED = new Set(['invite.invalid', 'sign-up.closed']);

/** @type {Shelf<string>} */
const lastName = new Shelf(localStorage, 'hubbub.name');
/** @type {Shelf<boolean>} */
const left = new Shelf(localStorage, 'hubbub.left');
/** @type {Shelf<boolean>} */
const sockJs = new Shelf(sessionStorage, 'hubbub.sockjs');
/** @type {Shelf<Entry[]>} */
const unsent = new Shelf(sessionStorage, 'hubbub.outbox');
/** @type {Shelf<string[]>} */
const written = new Shelf(localStorage, 'hubbub.own');
/** @type {Shelf<KeptDraft[]>} */
const unfinished = new Shelf(sessionStorage, 'hubbub.drafts');

/** @type {Shelf<string>} */
const shared = new Shelf(sessionStorage, 'hubbub.shared');
/** @type {Shelf<string>} */
const lastTopic = new Shelf(localStorage, 'hubbub.topic');
/** @type {Shelf<string>} */
const way = new Shelf(sessionStorage, 'hubbub.way');
/** @type {Shelf<string[]>} */
const recentEmoji = new Shelf(localStorage, 'hubbub.emoji');
/** @type {Shelf<number>} */
const skinTone = new Shelf(localStorage, 'hubbub.skin-tone');

const { name, role, server = '', guests, signUp, refusal, sockJs: sockJsScript = '', emoji: emojiFile = '', highlighter = '', largestFile, guestsUpload, build, offline } = document.body.dataset;
const base = document.baseURI;
const api = new Api(base);
/** @type {Archive<KeptUser, KeptTopic>} */
const archive = new Archive(new URL('./', base).pathname, surplus);
const emojiData = jsonLoader(emojiFile);
/** @type {EmojiSet | undefined} */
let emojiSet;
const loadEmoji = async () => emojiSet ??= new EmojiSet(await emojiData());
const entrance = new Entrance({ name: server, guests: guests === 'true', signUp: signUp ?? '', invite: takeInvite() });

const signIn = new SignIn(entrance, async (way, { name: wanted, password }) => {
  const who = await ask(way, wanted, password);
  lastName.save(who.name ?? '');
  if (who.language && who.language !== language) {
    // The server knows it already.
    location.reload();
    await new Promise(() => {});
  }
  signIn.stop();
  enter(who);
});

/**
 * @param {Way} way
 * @param {string} wanted
 * @param {string} password
 */
function ask(way, wanted, password) {
  switch (way) {
    case 'sign-in': return api.signIn(wanted, password);
    case 'sign-up': return api.signUp({ name: wanted, password, invite: entrance.invite || undefined });
    default: return api.takeName(wanted);
  }
}

/**
 * @param {Who} who
 * @param {Kept} [kept]
 */
async function enter(who, kept) {
  const shelf = who.role === 'guest' ? unsent : await unsentOf(who.name ?? '').catch(() => unsent);
  const me = new Identity(api, who, left);
  new Chat({
    api,
    me,
    ownership: new Ownership(me, written),
    transports: new Transports(base, sockJsScript, sockJs),
    outbox: new Outbox(shelf, newId, Date.now),
    drafts: new Drafts(unfinished),
    archive,
    kept,
    loadEmoji,
    loadHighlighter: () => loadHighlighter(highlighter),
    fileRules: { largest: Number(largestFile), guests: guestsUpload === 'true' },
    emojiPicker: new EmojiPicker(loadEmoji, new RecentEmoji(recentEmoji), skinTone),
    renamed: changed => lastName.save(changed),
    left: reason => {
      archive.clear();
      if (!reason) {
        forgetUnsent();
      }
      entrance.rename(serverName());
      signIn.start(lastName.load() ?? '', reason);
    },
  }, features).start();
}

/** The secret of an invitation is in the address, `join#secret`, and stays neither there nor in the browser's history. */
function takeInvite() {
  const invite = location.pathname.endsWith('/join') ? location.hash.slice(1) : '';
  if (location.pathname.endsWith('/join')) {
    history.replaceState(null, '', './');
  }
  return invite;
}

/** Says at once that an invitation is not valid, before the user types a name and a password. */
async function checkInvite() {
  try {
    if (entrance.invite) {
      await api.checkInvite(entrance.invite);
    }
  } catch (error) {
    if (error instanceof Problem && INVITE_REFUSED.has(error.code)) {
      entrance.loseInvite();
      signIn.stop();
      signIn.start(lastName.load() ?? '', error.message, entrance.first);
    }
  }
}

/** The server cannot be reached: shows what this browser has kept of its user. */
async function enterKept() {
  const kept = await archive.load();
  if (kept) {
    const { user, topics } = kept;
    signIn.stop();
    enter({ name: user.name, role: user.role }, { user, rooms: new Map(topics.map(topic => [topic.name, topic])) });
  } else {
    signIn.start(lastName.load() ?? '', '');
  }
}

/** The reason why a sign-in at a provider failed. A reload does not say it again. */
function takeRefusal() {
  if (new URLSearchParams(location.search).has('refused')) {
    history.replaceState(null, '', location.pathname + location.hash);
  }
  return refusal ?? '';
}

/** A sign-in at a provider leads away from the page and back, without the place that the user came for. */
function keepWay() {
  if (name && !location.hash && way.load()) {
    history.replaceState(null, '', way.load());
  }
  way.save('');
  document.querySelector('.card__providers')?.addEventListener('click', () => way.save(location.hash));
}

/** A text that another app has shared waits for the topic where the user was last. */
function takeShare() {
  const text = sharedIn(location.href);
  if (text) {
    shared.save(text);
    history.replaceState(null, '', `./${hashOf(lastTopic.load() ?? '')}`);
  }
}

takeShare();
const refused = takeRefusal();
keepWay();
// The server forgets guests, so the last name in this browser is suggested.
if (name) {
  enter({ name, role: /** @type {Who['role']} */ (role ?? 'guest') });
} else if (offline) {
  enterKept();
} else {
  signIn.start(lastName.load() ?? '', refused);
  checkInvite();
}
if (!offline && (!name || role === 'guest' || !build)) {
  archive.clear();
}
addEventListener('load', () => startWorker(build).catch(() => {}));
