import { NEWS_DESTINATIONS } from '../model/destinations.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Connection } from '../net/connection.js' */
/** @import { Screen } from '../view/screen.js' */
/** @import { Directory } from './directory.js' */
/** @import { Place } from './place.js' */

/** Keeps up with the topics: those that are new, those that change, and those that one may not read any more. */
export class TopicNews {
  #directory;
  #place;
  #screen;
  #told;

  /**
   * @param {Directory} directory
   * @param {Place} place
   * @param {Screen} screen
   * @param {() => void} told
   */
  constructor(directory, place, screen, told) {
    this.#directory = directory;
    this.#place = place;
    this.#screen = screen;
    this.#told = told;
  }

  /** @param {Connection} connection that has just been made */
  listen(connection) {
    NEWS_DESTINATIONS.forEach(destination => connection.subscribe(destination, { take: this.#hear }));
  }

  /** @param {Topic & {gone?: boolean}} news */
  #hear = ({ gone, ...topic }) => {
    if (gone) {
      this.#lose(topic.name);
    } else {
      this.add(topic);
    }
    this.#told();
  };

  /** @param {Topic} topic */
  add(topic) {
    this.#directory.add(topic);
    if (topic.name === this.#place.room?.topic) {
      this.#screen.drawTopic(this.#directory.get(topic.name) ?? topic);
    } else if (!this.#place.room) {
      this.#place.look();
    }
  }

  /** @param {string} name */
  #lose(name) {
    const topic = this.#directory.get(name);
    const here = this.#place.room?.topic === name;
    this.#directory.remove(name);
    this.#place.forget(name);
    if (here) {
      this.#place.look();
      this.#screen.notice.show(`You can no longer read ${topic?.title ?? name}.`);
    }
  }
}
