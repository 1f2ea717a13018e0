import { leavingQuestion } from '../model/topic-marks.js';
import { find } from './element.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { Confirmation } from './confirmation.js' */

/** The button with which an invited user leaves a topic. */
export class LeaveTopic {
  #button = find('#leave-topic');
  #confirmation;
  #leave;
  #left;
  /** @type {Topic | null} */
  #topic = null;

  /**
   * @param {Confirmation} confirmation
   * @param {(topic: string) => Promise<unknown>} leave
   * @param {() => void} left
   */
  constructor(confirmation, leave, left) {
    this.#confirmation = confirmation;
    this.#leave = leave;
    this.#left = left;
  }

  start() {
    this.#button.addEventListener('click', this.#clicked);
  }

  stop() {
    this.#button.removeEventListener('click', this.#clicked);
  }

  /** @param {Topic} topic that one is in */
  of(topic) {
    this.#topic = topic;
  }

  #clicked = () => {
    const topic = this.#topic;
    if (topic) {
      this.#confirmation.ask(leavingQuestion(topic), () => this.#leave(topic.name), this.#left);
    }
  };
}
