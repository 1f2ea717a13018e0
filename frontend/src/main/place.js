import { hearFrom } from '../model/destinations.js';
import { hashOf, topicIn } from '../model/route.js';
import { Room } from './room.js';
/** @import { Message } from '../model/message.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Connection } from '../net/connection.js' */
/** @import { Directory } from './directory.js' */

/**
 * @typedef {object} PlaceListener
 * @property {(topic: Topic) => void} entered
 * @property {(name: string) => void} absent there is no topic of this name
 * @property {(room: Room, newer: Message[]) => void} changed
 */

/** Where one is: the topic that the address names, its room, and the subscription to it. */
export class Place {
  #api;
  #connection;
  #directory;
  #listener;
  /** @type {Map<string, Room>} */
  #rooms = new Map();
  /** @type {Room | null} */
  #room = null;
  #unsubscribe = () => {};

  /**
   * @param {Api} api
   * @param {Connection} connection
   * @param {Directory} directory
   * @param {PlaceListener} listener
   */
  constructor(api, connection, directory, listener) {
    this.#api = api;
    this.#connection = connection;
    this.#directory = directory;
    this.#listener = listener;
  }

  start() {
    addEventListener('hashchange', this.look);
    this.look();
  }

  stop() {
    removeEventListener('hashchange', this.look);
    this.#room?.stop();
  }

  /** @param {string} topic */
  go(topic) {
    location.hash = hashOf(topic);
    this.look();
  }

  /** Enters what the address names, and brings it up to date. */
  look = () => {
    const topic = this.#directory.get(this.topic);
    if (topic) {
      this.#enter(topic);
    } else if (this.#directory.loaded) {
      this.#leave();
      this.#listener.absent(this.topic);
    }
  };

  /** Subscribes, on a connection that has just been made. */
  listen() {
    const room = this.#room;
    if (room) {
      this.#unsubscribe = this.#connection.subscribe(hearFrom(room.topic), message => room.take(message));
    }
  }

  /** The room one is in, if the topic exists. */
  get room() {
    return this.#room;
  }

  /** The topic that the address names. */
  get topic() {
    return topicIn(location.hash);
  }

  /** @param {Topic} topic */
  #enter(topic) {
    if (this.#room?.topic !== topic.name) {
      this.#leave();
      this.#room = this.#roomOf(topic.name);
      this.listen();
      this.#listener.entered(topic);
    }
    this.#room.refresh();
  }

  #leave() {
    this.#unsubscribe();
    this.#unsubscribe = () => {};
    this.#room?.stop();
    this.#room = null;
  }

  /** @param {string} topic that one may not read any more */
  forget(topic) {
    if (this.#room?.topic === topic) {
      this.#leave();
    }
    this.#rooms.delete(topic);
  }

  /** @param {string} topic */
  #roomOf(topic) {
    const room = this.#rooms.get(topic) ?? new Room(topic, this.#api, () => this.#directory.askHead(topic),
      () => this.#connection.epoch,
      newer => this.#listener.changed(room, newer));
    this.#rooms.set(topic, room);
    return room;
  }
}
