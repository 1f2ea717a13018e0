/** @import { Member, Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Place } from './place.js' */

/** What its moderators, and in part its members, do with the topic that one is in. */
export class TopicCare {
  #api;
  #place;
  #changed;

  /**
   * @param {Api} api
   * @param {Place} place
   * @param {(topic: Topic) => void} changed
   */
  constructor(api, place, changed) {
    this.#api = api;
    this.#place = place;
    this.#changed = changed;
  }

  /** @param {Partial<Topic>} changes */
  changeTopic = async changes => {
    this.#changed(await this.#api.changeTopic(this.#place.topic, changes));
  };

  /** @param {number} seq */
  deleteMessage = seq => this.#api.deleteMessage(this.#place.topic, seq);

  /** @returns {Promise<Member[]>} */
  members = () => this.#api.members(this.#place.topic);

  /** @param {Member} member */
  invite = member => this.#api.invite(this.#place.topic, member);

  /** @param {string} name */
  dismiss = name => this.#api.dismiss(this.#place.topic, name);
}
