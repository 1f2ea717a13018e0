import { LOBBY } from '../model/topics.js';
import { Dialog } from './dialog.js';
import { find } from './element.js';
import { Members } from './members.js';
/** @import { Topic } from '../model/topics.js' */
/** @import { MemberHandlers } from './members.js' */

/** @typedef {MemberHandlers & {changeTopic: (changes: Partial<Topic>) => Promise<unknown>}} SettingsHandlers */

/** The settings of a topic: its title and description, its readers, its writers and its members. */
export class TopicSettings {
  #dialog;
  #members;
  #button = find('#topic-settings');
  /** @type {Topic | null} */
  #topic = null;
  /** @type {Partial<Topic>} as the dialog shows it */
  #opened = {};

  /** @param {SettingsHandlers} handlers */
  constructor(handlers) {
    this.#dialog = new Dialog('#settings-dialog', ({ title, description, access, announcements }) =>
      handlers.changeTopic(this.#changes({
        title: title.trim(), description: description.trim(), announcements: announcements !== undefined,
        ...(access && { access: /** @type {Topic['access']} */ (access) }),
      })));
    this.#members = new Members(handlers);
  }

  start() {
    this.#dialog.start();
    this.#members.start();
    this.#button.addEventListener('click', this.#open);
  }

  stop() {
    this.#dialog.stop();
    this.#members.stop();
    this.#button.removeEventListener('click', this.#open);
  }

  /** @param {Topic} topic whose settings the button opens */
  of(topic) {
    if (topic.name !== this.#topic?.name || !topic.mayModerate) {
      this.#dialog.close();
    }
    this.#topic = topic;
  }

  close() {
    this.#dialog.close();
  }

  /**
   * Without those that are as they were: the words of the lobby may be those of the user's language.
   * @param {Partial<Topic>} wanted
   * @returns {Partial<Topic>}
   */
  #changes(wanted) {
    const { title, description = '', access = 'open', announcements = false } = this.#opened;
    const before = new Map(Object.entries({ title, description, access, announcements }));
    return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== before.get(name)));
  }

  #open = () => {
    if (this.#topic) {
      const { name, title, description = '', access = 'open', announcements = false } = this.#topic;
      this.#opened = this.#topic;
      this.#dialog.open({ title, description, access });
      this.#dialog.field('announcements').checked = announcements;
      // The lobby is open, and stays so.
      this.#dialog.field('access').disabled = name === LOBBY;
      this.#members.load();
    }
  };
}
