import { settingsIn } from '../../model/server-settings.js';
import { IconChoice } from '../../view/admin/icon-choice.js';
import { find } from '../../view/element.js';
import { Form } from '../../view/form.js';
import { say } from '../../words.js';
/** @import { Desk } from './admin.js' */

/** The settings of the server. */
export class Server {
  #api;
  #announcement;
  #renamed;
  #fields = /** @type {HTMLFormElement} */ (find('#server-form'));
  #icon;
  #form = new Form(this.#fields, () => this.#save());

  /** @param {Desk} desk */
  constructor({ api, announcement, renamed }) {
    this.#api = api;
    this.#announcement = announcement;
    this.#renamed = renamed;
    this.#icon = new IconChoice({
      upload: file => api.putIcon(file),
      remove: () => api.removeIcon(),
      done: changed => announcement.say(say(changed ? 'server.icon.changed' : 'server.icon.removed')),
    });
  }

  start() {
    this.#form.start();
    this.#icon.start();
  }

  stop() {
    this.#form.stop();
    this.#icon.stop();
    this.#form.clear();
  }

  async #save() {
    this.#announcement.say('');
    const { name } = await this.#api.changeSettings(settingsIn(this.#fields));
    this.#renamed(name);
    this.#announcement.say(say('server.saved'));
  }
}
