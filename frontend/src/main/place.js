import { hashOf, messageIn, topicIn } from '../model/route.js';
import { Room } from './room.js';
/** @import { KeptTopic } from '../model/kept.js' */
/** @import { Message } from '../model/message.js' */
/** @import { Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Connection } from '../net/connection.js' */
/** @import { Directory } from './directory.js' */

/**
 * @typedef {object} PlaceListener
 * @property {(topic: Topic) => void} entered
 * @property {(topic: Topic) => void} described the open topic has changed
 * @property {(seq: number) => void} pointed the address names another message of it now; 0 if none
 * @property {(name: string) => void} absent there is no topic with this name
 * @property {(room: Room, newer: Message[]) => void} changed
 */

/** The open topic: the one that the address names, and its room. */
export class Place {
  #api;
  #connection;
  #directory;
  #listener;
  #kept;
  /** @type {Map<string, Room>} */
  #rooms = new Map();
  /** @type {Room | null} */
  #room = null;
  /** The address that was followed last. */
  #followed = '';

  /**
   * @param {Api} api
   * @param {Connection} connection
   * @param {Directory} directory
   * @param {PlaceListener} listener
   * @param {Map<string, KeptTopic>} [kept] what this browser has kept
   */
  constructor(api, connection, directory, listener, kept) {
    this.#api = api;
    this.#connection = connection;
    this.#directory = directory;
    this.#listener = listener;
    this.#kept = kept;
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

  /** Enters the topic that the address names. */
  look = () => {
    const topic = this.#directory.get(this.topic);
    if (topic) {
      this.#enter(topic);
      this.#point();
    } else if (this.#directory.loaded) {
      this.#leave();
      this.#listener.absent(this.topic);
    }
  };

  /** Follows the address once more. */
  lookAgain() {
    this.#followed = '';
    this.look();
  }

  /** The reader has gone on from the message that the address names. */
  passMessage() {
    if (messageIn(location.hash) && location.hash === this.#followed) {
      history.replaceState(null, '', hashOf(this.topic));
      this.#followed = location.hash;
    }
  }

  /** Subscribes, on a connection that has just been made. */
  listen() {
    this.#room?.listen();
  }

  /**
   * Asks the server for topics, and compares how far the one that is open has come.
   * @param {() => Promise<unknown>} ask brings the directory up to date
   */
  async confirm(ask) {
    const room = this.#room;
    const subscription = room?.subscription;
    await ask();
    this.look();
    // A subscription that began after the question may be ahead of the answer.
    if (room && room === this.#room && room.subscription === subscription) {
      room.confirm();
    }
  }

  /** The open room, if the topic exists. */
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
      this.#room.listen();
      this.#listener.entered(topic);
      if (this.#room.timeline.opened) {
        this.confirm(() => this.#directory.refresh(topic.name)).catch(() => {});
      }
    }
  }

  #point() {
    if (location.hash !== this.#followed) {
      this.#followed = location.hash;
      this.#listener.pointed(messageIn(location.hash));
    }
  }

  #leave() {
    this.#room?.stop();
    this.#room = null;
  }

  /** @param {Topic} topic that is new, or has changed */
  update(topic) {
    this.#directory.add(topic);
    if (topic.name === this.#room?.topic) {
      this.#listener.described(this.#directory.get(topic.name) ?? topic);
    } else if (!this.#room) {
      this.look();
    }
  }

  /** @param {string} topic that the user can no longer read */
  forget(topic) {
    if (this.#room?.topic === topic) {
      this.#leave();
    }
    this.#rooms.delete(topic);
  }

  /** @param {string} topic */
  #roomOf(topic) {
    const room = this.#rooms.get(topic) ?? new Room(topic, this.#api, this.#connection,
      () => this.#directory.get(topic)?.head ?? 0,
      newer => this.#listener.changed(room, newer), this.#kept?.get(topic));
    this.#rooms.set(topic, room);
    return room;
  }
}
