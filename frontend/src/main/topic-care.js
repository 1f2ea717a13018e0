import { LOBBY } from '../model/topics.js';
/** @import { Member, Topic } from '../model/topics.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Place } from './place.js' */

/** What its moderators, and in part its members, do with the topic that one is in, and how these leave it. */
export class TopicCare {
  #api;
  #place;
  #me;
  #changed;

  /**
   * @param {Api} api
   * @param {Place} place
   * @param {{readonly name: string}} me
   * @param {(topic: Topic) => void} changed
   */
  constructor(api, place, me, changed) {
    this.#api = api;
    this.#place = place;
    this.#me = me;
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

  /**
   * Goes first, so that one is not told that one has been taken out.
   * @param {string} topic
   */
  leaveTopic = async topic => {
    this.#place.go(LOBBY);
    try {
      await this.#api.dismiss(topic, this.#me.name);
    } catch (error) {
      this.#place.go(topic);
      throw error;
    }
  };
}
