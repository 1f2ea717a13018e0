import { isTopicName } from '../model/topics.js';
import { say } from '../words.js';
import { find } from './element.js';

/** Is shown in place of a topic that does not exist. */
export class Absent {
  #root = find('#absent');
  #button = find('button', this.#root);
  #create;
  #name = '';

  /** @param {(name: string) => void} create */
  constructor(create) {
    this.#create = create;
  }

  start() {
    this.#button.addEventListener('click', this.#clicked);
  }

  stop() {
    this.#button.removeEventListener('click', this.#clicked);
  }

  /** @param {string} name */
  show(name) {
    this.#name = name;
    find('h2', this.#root).textContent = say('absent.title', { name });
    find('p', this.#root).textContent = say('absent.text');
    this.#button.hidden = !isTopicName(name);
    this.#root.hidden = false;
  }

  hide() {
    this.#root.hidden = true;
  }

  #clicked = () => this.#create(this.#name);
}
