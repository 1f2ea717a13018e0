import { Backoff } from '../model/backoff.js';
import { hearFrom, TOPICS_DESTINATION } from '../model/destinations.js';
import { hashOf, topicIn } from '../model/route.js';
import { Topics } from '../model/topics.js';
import { transcript } from '../model/transcript.js';
import { Unseen } from '../model/unseen.js';
import { Connection } from '../net/connection.js';
import { drawTab } from '../view/header.js';
import { Painter } from '../view/painter.js';
import { Screen } from '../view/screen.js';
import { Deliveries } from './deliveries.js';
import { Room } from './room.js';
/** @import { Drafts } from '../model/drafts.js' */
/** @import { Message } from '../model/message.js' */
/** @import { Outbox } from '../model/outbox.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Problem } from '../net/problem.js' */
/** @import { Transports } from '../net/transports.js' */

const EVERY_MINUTE = 60_000;

/**
 * What a chat is made of.
 * @typedef {object} Parts
 * @property {Api} api
 * @property {Transports} transports
 * @property {Outbox} outbox
 * @property {Drafts} drafts
 * @property {(name: string) => void} renamed
 * @property {(reason: string) => void} left `reason`: empty if one left oneself
 */

/** One person's visit, from taking a name to giving it back. */
export class Chat {
  #name;
  #parts;
  #connection;
  #deliveries;
  #screen;
  #topics = new Topics();
  #topicsLoaded = false;
  /** @type {Map<string, Room>} */
  #rooms = new Map();
  /** @type {Room | null} */
  #room = null;
  #unseen = new Unseen();
  #painter = new Painter(() => this.#paint());
  #unsubscribe = () => {};
  #minutes = 0;

  /**
   * @param {string} name
   * @param {Parts} parts
   */
  constructor(name, parts) {
    this.#name = name;
    this.#parts = parts;
    this.#connection = new Connection(() => parts.api.takeName(this.#name), parts.transports, new Backoff(), {
      changed: state => this.#screen.linkState.show(state),
      connected: () => this.#connected(),
      receipt: id => this.#accepted(id),
      refused: (id, reason) => this.#refused(id, reason),
      nameLost: problem => this.#nameLost(problem),
    });
    this.#deliveries = new Deliveries(parts.outbox, this.#connection);
    this.#screen = new Screen({
      send: text => this.#send(text),
      written: text => this.#room && parts.drafts.keep(this.#room.topic, text),
      scrolled: this.#painter.request,
      olderWanted: () => this.#room?.loadOlder(),
      retry: id => this.#retry(id),
      discard: id => this.#discard(id),
      createTopic: topic => this.#createTopic(topic),
      changeName: wanted => this.#changeName(wanted),
      leave: () => this.#leave(),
      reconnect: this.#connection.retry,
    });
  }

  start() {
    addEventListener('hashchange', this.#routed);
    document.addEventListener('visibilitychange', this.#painter.request);
    this.#minutes = window.setInterval(this.#painter.request, EVERY_MINUTE);
    this.#screen.start(this.#name);
    this.#routed();
    this.#connection.start();
  }

  stop() {
    removeEventListener('hashchange', this.#routed);
    document.removeEventListener('visibilitychange', this.#painter.request);
    clearInterval(this.#minutes);
    this.#connection.stop();
    this.#room?.stop();
    this.#painter.stop();
    this.#screen.stop();
  }

  /** Subscribes first, and fetches then: what is sent in between comes by both ways, not by neither. */
  async #connected() {
    this.#unsubscribe = () => {};
    this.#connection.subscribe(TOPICS_DESTINATION, topic => this.#topicCreated(topic));
    this.#listen();
    this.#deliveries.resend();
    await this.#loadTopics();
  }

  async #loadTopics() {
    try {
      await this.#askTopics();
      this.#routed();
    } catch {
      this.#screen.notice.show('The list of topics could not be loaded.', () => this.#loadTopics());
    }
  }

  async #askTopics() {
    this.#topics.replace(await this.#parts.api.topics());
    this.#topicsLoaded = true;
    this.#screen.notice.resolve();
  }

  #routed = () => {
    const name = topicIn(location.hash);
    const topic = this.#topics.get(name);
    if (topic) {
      this.#enter(topic);
    } else if (this.#topicsLoaded) {
      this.#close();
      this.#screen.showAbsent(name);
    }
    this.#painter.request();
  };

  /** @param {Topic} topic */
  #enter(topic) {
    if (this.#room?.topic !== topic.name) {
      this.#close();
      this.#room = this.#roomOf(topic.name);
      this.#parts.outbox.forgetSentElsewhere(topic.name);
      this.#screen.showTopic(topic, this.#parts.drafts.of(topic.name));
      this.#listen();
    }
    this.#room.refresh();
  }

  #close() {
    this.#unsubscribe();
    this.#unsubscribe = () => {};
    this.#room?.stop();
    this.#room = null;
    this.#unseen.clear();
  }

  /** @param {string} topic */
  #roomOf(topic) {
    const room = this.#rooms.get(topic) ?? new Room(topic, this.#parts.api, () => this.#askHead(topic),
      newer => this.#changed(room, newer));
    this.#rooms.set(topic, room);
    return room;
  }

  /** @param {string} topic */
  async #askHead(topic) {
    await this.#askTopics();
    return this.#topics.get(topic)?.head ?? 0;
  }

  #listen() {
    const room = this.#room;
    if (room) {
      this.#unsubscribe = this.#connection.subscribe(hearFrom(room.topic), message => room.take(message));
    }
  }

  /**
   * @param {Room} room
   * @param {Message[]} newer
   */
  #changed(room, newer) {
    this.#deliveries.arrived(room.timeline.messages, this.#name);
    if (room === this.#room) {
      if (document.hidden || !this.#screen.log.following) {
        this.#unseen.add(newer.filter(({ sender }) => sender !== this.#name).length);
      }
      this.#painter.request();
    }
  }

  /** @param {Topic} topic */
  #topicCreated(topic) {
    this.#topics.add(topic);
    if (this.#room) {
      this.#painter.request();
    } else {
      this.#routed();
    }
  }

  /** @param {string} text */
  #send(text) {
    if (this.#room) {
      this.#deliveries.send(this.#room.topic, text);
      this.#screen.log.follow();
      this.#painter.now();
    }
  }

  /** @param {string} id */
  #accepted(id) {
    this.#parts.outbox.accept(id);
    this.#parts.outbox.forgetSentElsewhere(this.#room?.topic ?? '');
    this.#painter.request();
  }

  /**
   * @param {string} id of the message refused; empty if it was something else
   * @param {string} reason
   */
  #refused(id, reason) {
    if (this.#parts.outbox.get(id)) {
      this.#parts.outbox.refuse(id, reason);
      this.#painter.request();
    } else {
      this.#screen.notice.show(reason);
    }
  }

  /** @param {string} id */
  #retry(id) {
    this.#deliveries.retry(id);
    this.#painter.request();
  }

  /** @param {string} id */
  #discard(id) {
    this.#parts.outbox.remove(id);
    this.#painter.request();
  }

  /** @param {Topic} wanted */
  async #createTopic(wanted) {
    const topic = await this.#parts.api.createTopic(wanted);
    this.#topics.add(topic);
    location.hash = hashOf(topic.name);
    this.#routed();
  }

  /** @param {string} wanted */
  async #changeName(wanted) {
    const { name } = await this.#parts.api.takeName(wanted);
    this.#connection.stop();
    this.#name = name;
    this.#parts.renamed(name);
    this.#screen.sidebar.drawMe(name);
    this.#connection.start();
    this.#painter.request();
  }

  async #leave() {
    this.stop();
    this.#parts.outbox.clear();
    this.#parts.drafts.clear();
    // Unreachable or not: whoever left is gone, and the server forgets a name that is not used.
    await this.#parts.api.giveNameBack().catch(() => {});
    this.#parts.left('');
  }

  /** @param {Problem} problem */
  #nameLost(problem) {
    this.stop();
    this.#parts.left(problem.message);
  }

  #paint() {
    this.#screen.sidebar.drawTopics(this.#topics.list, topicIn(location.hash));
    const topic = this.#room && this.#topics.get(this.#room.topic);
    if (this.#room && topic) {
      this.#drawRoom(this.#room, topic);
    }
    drawTab(topic?.title ?? 'No such topic', document.hidden ? this.#unseen.count : 0);
  }

  /**
   * @param {Room} room
   * @param {Topic} topic
   */
  #drawRoom(room, topic) {
    const { log } = this.#screen;
    if (log.following) {
      room.trim();
      if (!document.hidden) {
        this.#unseen.clear();
      }
    }
    log.draw(topic, transcript(room.timeline, this.#parts.outbox.of(room.topic), this.#name, Date.now()), room.top);
    log.drawPill(this.#unseen.label);
  }
}
