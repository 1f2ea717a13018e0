import { Blocked } from '../model/blocked.js';
import { Backoff } from '../model/backoff.js';
import { newId } from '../model/new-id.js';
import { NewLine } from '../model/new-line.js';
import { People } from '../model/people.js';
import { Signal } from '../model/signal.js';
import { Unread } from '../model/unread.js';
import { Uploads } from '../model/uploads.js';
import { Connection } from '../net/connection.js';
import { Completion } from '../view/completion.js';
import { Composer } from '../view/composer.js';
import { Confirmation } from '../view/confirmation.js';
import { Log } from '../view/log.js';
import { Notice } from '../view/notice.js';
import { Painter } from '../view/painter.js';
import { Shell } from '../view/shell.js';
import { Directory } from './directory.js';
import { Place } from './place.js';
/** @import { Drafts } from '../model/drafts.js' */
/** @import { Kept, KeptTopic, KeptUser } from '../model/kept.js' */
/** @import { EmojiSet } from '../model/emoji.js' */
/** @import { LinkState } from '../model/link-state.js' */
/** @import { Message } from '../model/message.js' */
/** @import { MessageAct } from '../model/message-act.js' */
/** @import { Outbox } from '../model/outbox.js' */
/** @import { Ownership } from '../model/ownership.js' */
/** @import { PersonAct } from '../model/people.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Archive } from '../net/archive.js' */
/** @import { Transports } from '../net/transports.js' */
/** @import { EmojiPicker } from '../view/emoji-picker.js' */
/** @import { Identity } from './identity.js' */
/** @import { Room } from './room.js' */

const EVERY_MINUTE = 60_000;

/**
 * What a chat is made of.
 * @typedef {object} Parts
 * @property {Api} api
 * @property {Identity} me
 * @property {Transports} transports
 * @property {Outbox} outbox
 * @property {Ownership} ownership
 * @property {Drafts} drafts
 * @property {Archive<KeptUser, KeptTopic>} archive
 * @property {Kept} [kept] what this browser has kept, if the page begins without the server
 * @property {() => Promise<EmojiSet>} loadEmoji
 * @property {EmojiPicker} emojiPicker
 * @property {FileRules} fileRules
 * @property {() => Promise<HighlightJs>} loadHighlighter
 * @property {(name: string) => void} renamed
 * @property {(reason: string) => void} left `reason`: empty if the user chose to leave
 */
/** @typedef {{largest: number, guests: boolean}} FileRules the most bytes of a file, and whether users without an account may add any */
/** @typedef {(chat: Chat) => void} Feature installs itself */
/** @typedef {{start: () => unknown, stop: () => void}} Part */

/**
 * One user's visit, from taking a name to giving it back. It knows no feature. Features install themselves: they listen
 * to its signals, add parts that start and stop with the visit, and draw when the page is painted.
 */
export class Chat {
  /** @type {Signal<[]>} There is a new connection, without subscriptions. */
  connected = new Signal();
  /** @type {Signal<[LinkState]>} The state of the connection has changed. */
  linkChanged = new Signal();
  /** @type {Signal<[string]>} The server has confirmed the frame with this receipt. */
  accepted = new Signal();
  /** @type {Signal<[string, string, number | undefined]>} The server has refused a frame: its receipt, the reason, the seconds until it may be tried again. */
  refused = new Signal();
  /** @type {Signal<[Topic]>} The open topic is described: when it is entered, and when it changes. */
  described = new Signal();
  /** @type {Signal<[Topic]>} A topic was entered. */
  entered = new Signal();
  /** @type {Signal<[number]>} The address names another message of the open topic now; 0 if none. */
  pointed = new Signal();
  /** @type {Signal<[]>} The server has listed the topics that the user may read. */
  listed = new Signal();
  /** @type {Signal<[string]>} The user may no longer read a topic. */
  lost = new Signal();
  /** @type {Signal<[string]>} The address names a topic that does not exist. */
  absent = new Signal();
  /** @type {Signal<[Room, Message[]]>} A room has changed; the messages are those that came in at its end. */
  changed = new Signal();
  /** @type {Signal<[]>} The user wants everything in the open topic to count as read. */
  caughtUp = new Signal();
  /** @type {Signal<[string]>} The user wants to search messages; for this text, unless it is empty. */
  searched = new Signal();
  /** @type {Signal<[]>} The user is known, or has another name or role. */
  identified = new Signal();
  /** @type {Signal<[]>} The user has another name. */
  renamed = new Signal();
  /** @type {Signal<[]>} The page is being painted. */
  painting = new Signal();
  /** @type {Signal<[]>} The user has left. Nothing may stay behind for the next user of this page. */
  forgotten = new Signal();

  shell = new Shell();
  notice = new Notice();
  confirmation = new Confirmation();
  log = new Log();
  composer = new Composer();
  completion = new Completion(this.composer.field);
  /** The people who are in the open topic. */
  people = new People();
  /** What is new in all topics. */
  unread = new Unread();
  /** Where the user left off in the open topic. */
  line = new NewLine();
  /** @type {MessageAct[]} what can be done with a message */
  acts = [];
  /** The people whom the user has blocked. */
  blocked = new Blocked();
  /** The files that are added to messages and not sent yet. */
  uploads = new Uploads(newId);
  /** @type {PersonAct[]} what can be done with a person */
  personActs = [];
  /** Paints the page soon, once for all that has changed. */
  repaint;
  #painter = new Painter(this.painting.tell);
  /** Between start and stop. What changes later must not be painted: the page may show the next visit. */
  #live = false;
  /** @type {Part[]} */
  #parts = [this.shell, this.notice, this.confirmation, this.log, this.completion, this.composer];
  #left;
  #minutes = 0;

  /**
   * @param {Parts} parts
   * @param {Feature[]} features in the order in which they are told
   */
  constructor({ api, me, transports, outbox, ownership, drafts, archive, kept, loadEmoji, emojiPicker, fileRules, loadHighlighter, renamed, left }, features) {
    this.api = api;
    this.me = me;
    this.outbox = outbox;
    this.ownership = ownership;
    this.drafts = drafts;
    this.archive = archive;
    this.loadEmoji = loadEmoji;
    this.emojiPicker = emojiPicker;
    this.fileRules = fileRules;
    this.loadHighlighter = loadHighlighter;
    this.add(emojiPicker);
    this.repaint = () => this.#live && this.#painter.request();
    this.#left = left;
    me.renamedElsewhere = () => this.renamed.tell();
    this.renamed.hear(() => renamed(me.name));
    [this.connected, this.renamed].forEach(signal => signal.hear(() => this.identified.tell()));
    this.connection = new Connection(me.present, () => api.mayConnect(), transports, new Backoff(), {
      changed: this.linkChanged.tell,
      connected: name => {
        me.greeted(name);
        this.connected.tell();
      },
      receipt: this.accepted.tell,
      refused: (receipt, reason, retryAfter) => this.#refused(receipt, reason, retryAfter),
      keptOut: reason => this.notice.show(reason, this.connection.retry),
      sessionEnded: () => me.sessionEnded(),
      nameLost: problem => this.end(problem.message),
    });
    this.directory = new Directory(api, me, kept?.user);
    this.place = new Place(api, this.connection, this.directory, {
      entered: topic => this.#entered(topic),
      described: this.described.tell,
      pointed: this.pointed.tell,
      absent: this.absent.tell,
      changed: this.changed.tell,
    }, kept?.rooms);
    features.forEach(install => install(this));
    this.add(this.place);
    this.add(this.connection);
    this.#paintAfterwards();
  }

  /** @param {Part} part starts and stops with the visit */
  add = part => {
    this.#parts.push(part);
  };

  start() {
    this.#live = true;
    document.addEventListener('visibilitychange', this.repaint);
    // `Today` becomes `Yesterday` while the page is open.
    this.#minutes = window.setInterval(this.repaint, EVERY_MINUTE);
    this.identified.tell();
    this.#parts.forEach(part => part.start());
  }

  stop() {
    this.#live = false;
    document.removeEventListener('visibilitychange', this.repaint);
    clearInterval(this.#minutes);
    [...this.#parts].reverse().forEach(part => part.stop());
    this.#painter.stop();
  }

  /** Paints at once. */
  paint() {
    this.#painter.now();
  }

  /**
   * The visit is over. The user's drafts stay, as the user may come back.
   * @param {string} reason
   */
  end(reason) {
    this.stop();
    this.#left(reason);
  }

  /** The user has left. */
  forget() {
    this.forgotten.tell();
    this.#left('');
  }

  /** @param {Topic} topic */
  #entered(topic) {
    this.described.tell(topic);
    this.entered.tell(topic);
  }

  /**
   * @param {string} receipt of the frame; empty if there is none
   * @param {string} reason
   * @param {number} [retryAfter]
   */
  #refused(receipt, reason, retryAfter) {
    if (!this.refused.tell(receipt, reason, retryAfter) && reason) {
      this.notice.show(reason);
    }
  }

  #paintAfterwards() {
    const { absent, accepted, changed, entered, identified, refused } = this;
    for (const { hear } of [absent, accepted, changed, entered, identified, refused]) {
      hear(this.repaint);
    }
  }
}
