import { Backoff } from '../model/backoff.js';
import { Unseen } from '../model/unseen.js';
import { Connection } from '../net/connection.js';
import { drawTab } from '../view/header.js';
import { Painter } from '../view/painter.js';
import { Screen } from '../view/screen.js';
import { Deliveries } from './deliveries.js';
import { Directory } from './directory.js';
import { drawRoom } from './draw-room.js';
import { OwnTokens } from './own-tokens.js';
import { Place } from './place.js';
import { Self } from './self.js';
import { TopicCare } from './topic-care.js';
import { TopicNews } from './topic-news.js';
/** @import { Drafts } from '../model/drafts.js' */
/** @import { Message } from '../model/message.js' */
/** @import { Outbox } from '../model/outbox.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { ConnectionListener } from '../net/connection.js' */
/** @import { Problem } from '../net/problem.js' */
/** @import { Transports } from '../net/transports.js' */
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
 * @property {Drafts} drafts
 * @property {(name: string) => void} renamed
 * @property {(reason: string) => void} left `reason`: empty if one left oneself
 */

/** One person's visit, from taking a name to giving it back. */
export class Chat {
  #me;
  #parts;
  #connection;
  #deliveries;
  #directory;
  #place;
  #screen;
  #tokens;
  #news;
  #unseen = new Unseen();
  #painter = new Painter(() => this.#paint());
  #minutes = 0;

  /** @param {Parts} parts */
  constructor(parts) {
    const { api, me, transports, outbox } = parts;
    this.#me = me;
    me.renamedElsewhere = () => this.#renamed();
    this.#parts = parts;
    this.#connection = new Connection(me.present, () => api.mayConnect(), transports, new Backoff(), {
      changed: state => this.#screen.linkState.show(state),
      connected: () => this.#connected(),
      receipt: id => this.#accepted(id),
      refused: this.#refused,
      keptOut: reason => this.#screen.notice.show(reason, this.#connection.retry),
      nameLost: problem => this.#nameLost(problem),
    });
    this.#deliveries = new Deliveries(outbox, this.#connection);
    this.#directory = new Directory(api);
    this.#place = new Place(api, this.#connection, this.#directory, {
      entered: topic => this.#entered(topic),
      absent: topic => this.#absent(topic),
      changed: (room, newer) => this.#changed(room, newer),
    });
    this.#screen = new Screen({
      send: text => this.#send(text),
      written: text => parts.drafts.keep(this.#place.topic, text),
      scrolled: this.#painter.request,
      olderWanted: () => this.#place.room?.loadOlder(),
      retry: id => this.#redrawing(() => this.#deliveries.retry(id)),
      discard: id => this.#redrawing(() => outbox.remove(id)),
      createTopic: wanted => this.#createTopic(wanted),
      ...new TopicCare(api, this.#place, me, topic => this.#news.add(topic)),
      ...new Self(me, this.#connection, { renamed: () => this.#renamed(), gone: () => this.#gone() }),
      accountOpened: () => this.#tokens.start(),
      accountClosed: () => this.#tokens.stop(),
      leave: () => this.#leave(),
      reconnect: this.#connection.retry,
    });
    this.#tokens = new OwnTokens(api, this.#screen.confirmation);
    this.#news = new TopicNews(this.#directory, this.#place, this.#screen, this.#painter.request);
  }

  start() {
    document.addEventListener('visibilitychange', this.#painter.request);
    // `Today` becomes `Yesterday` while the page is open.
    this.#minutes = window.setInterval(this.#painter.request, EVERY_MINUTE);
    this.#screen.start(this.#me);
    this.#place.start();
    this.#connection.start();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#painter.request);
    clearInterval(this.#minutes);
    this.#connection.stop();
    this.#deliveries.stop();
    this.#tokens.stop();
    this.#place.stop();
    this.#painter.stop();
    this.#screen.stop();
  }

  /** Subscribes first, and asks for the topics then: what changes in between comes by both ways, not by neither. */
  #connected() {
    // One may have become an admin, or ceased to be one.
    this.#screen.sidebar.drawMe(this.#me);
    this.#news.listen(this.#connection);
    this.#place.listen();
    this.#deliveries.resend();
    return this.#loadTopics();
  }

  async #loadTopics() {
    try {
      await this.#place.confirm(() => this.#directory.load());
      this.#screen.notice.resolve();
      this.#painter.request();
    } catch {
      this.#screen.notice.show('The list of topics could not be loaded.', () => this.#loadTopics());
    }
  }

  /** @param {Topic} topic */
  #entered(topic) {
    this.#unseen.clear();
    this.#parts.outbox.forgetSentElsewhere(topic.name);
    this.#screen.showTopic(topic, this.#parts.drafts.of(topic.name));
    this.#painter.request();
  }

  /** @param {string} topic */
  #absent(topic) {
    this.#screen.showAbsent(topic);
    this.#painter.request();
  }

  /**
   * @param {Room} room
   * @param {Message[]} newer
   */
  #changed(room, newer) {
    this.#deliveries.arrived(room.timeline, room.topic, this.#me.name);
    if (room === this.#place.room) {
      if (document.hidden || !this.#screen.log.following) {
        this.#unseen.add(newer.filter(({ sender }) => sender !== this.#me.name).length);
      }
      this.#painter.request();
    }
  }

  /** @param {string} text */
  #send(text) {
    this.#deliveries.send(this.#place.topic, text);
    this.#screen.log.follow();
    this.#painter.now();
  }

  /** @param {string} id */
  #accepted(id) {
    this.#deliveries.accepted(id);
    this.#parts.outbox.forgetSentElsewhere(this.#place.topic);
    this.#painter.request();
  }

  /** @type {ConnectionListener['refused']} `id`: of the message refused; empty if it was something else */
  #refused = (id, reason, retryAfter) => {
    if (!this.#deliveries.refused(id, reason, retryAfter) && reason) {
      this.#screen.notice.show(reason);
    }
    this.#painter.request();
  };

  /** @param {Topic} wanted */
  async #createTopic(wanted) {
    const { name } = await this.#directory.create(wanted);
    this.#place.go(name);
  }

  #renamed() {
    // They will come back under the old name.
    this.#parts.outbox.forgetSentElsewhere('');
    this.#parts.renamed(this.#me.name);
    this.#screen.sidebar.drawMe(this.#me);
    this.#painter.request();
  }

  async #leave() {
    this.stop();
    await this.#me.leave();
    this.#forget();
  }

  #gone() {
    this.stop();
    this.#forget();
  }

  /** Leaves nothing behind for whoever uses this page next. */
  #forget() {
    this.#parts.outbox.clear();
    this.#parts.drafts.clear();
    this.#parts.left('');
  }

  /** @param {Problem} problem */
  #nameLost(problem) {
    this.stop();
    this.#parts.left(problem.message);
  }

  /** @param {() => void} change */
  #redrawing(change) {
    change();
    this.#painter.request();
  }

  #paint() {
    const { room } = this.#place;
    const topic = room && this.#directory.get(room.topic);
    // Until the topics are loaded those that came with the page are better than none.
    this.#directory.loaded && this.#screen.sidebar.drawTopics(this.#directory.list, this.#place.topic);
    if (room && topic) {
      const { outbox } = this.#parts;
      drawRoom(this.#screen.log, room, topic, { unseen: this.#unseen, outbox, name: this.#me.name, hasAccount: this.#me.hasAccount });
    }
    drawTab(topic?.title ?? this.#place.topic, document.hidden ? this.#unseen.count : 0);
  }
}
