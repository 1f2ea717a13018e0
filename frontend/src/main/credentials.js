import { Announcement } from '../view/announcement.js';
import { find } from '../view/element.js';
import { Form } from '../view/form.js';
import { Secret } from '../view/secret.js';
import { Collection } from './collection.js';
/** @import { Confirmation } from '../view/confirmation.js' */
/** @import { CollectionParts } from './collection.js' */

/**
 * Credentials of programs, such as tokens: made, with a secret that is shown once, and revoked.
 * @template {{id: number}} T
 */
export class Credentials {
  #fields;
  #form;
  #secret;
  #announcement;
  #create;
  /** @type {Collection<T>} */
  #list;

  /**
   * @param {{form: string, secret: string, said: string, list: string}} places selectors of the parts of the page
   * @param {Confirmation} confirmation
   * @param {CollectionParts<T> & {create: (typed: Record<string, string>) => Promise<string>}} parts `create`: resolves to the secret
   */
  constructor(places, confirmation, { create, ...parts }) {
    this.#create = create;
    this.#fields = /** @type {HTMLFormElement} */ (find(places.form));
    this.#form = new Form(this.#fields, typed => this.#make(typed));
    this.#secret = new Secret(places.secret);
    this.#announcement = new Announcement(places.said);
    this.#list = new Collection(places.list, { confirmation, announcement: this.#announcement }, parts);
  }

  start() {
    this.#form.start();
    this.#secret.start();
    this.#list.start();
    this.#form.clear();
    this.#fields.reset();
    this.#announcement.say('');
  }

  stop() {
    this.#form.stop();
    this.#secret.stop();
    this.#list.stop();
  }

  /** @param {Record<string, string>} typed */
  async #make(typed) {
    this.#secret.hide();
    const secret = await this.#create(typed);
    this.#fields.reset();
    this.#secret.show(secret);
    await this.#list.reload();
  }
}
