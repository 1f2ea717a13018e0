import { restricted, restrictionEntry, wantedRestriction } from '../../model/admin/restriction.js';
import { find } from '../../view/element.js';
import { Form } from '../../view/form.js';
import { say } from '../../words.js';
import { Collection } from '../collection.js';
/** @import { Kind, Restriction } from '../../model/admin/restriction.js' */
/** @import { Desk } from './admin.js' */

/** The bans and mutes of the whole server. */
export class Bans {
  #desk;
  #fields = /** @type {HTMLFormElement} */ (find('#ban-form'));
  #form = new Form(this.#fields, values => this.#restrict(values));
  #collections;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.#collections = { ban: this.#all('ban', say('bans.none')), mute: this.#all('mute', say('mutes.none')) };
  }

  start() {
    this.#form.start();
    Object.values(this.#collections).forEach(collection => collection.start());
  }

  stop() {
    this.#form.stop();
    Object.values(this.#collections).forEach(collection => collection.stop());
  }

  /** @param {Record<string, string>} values */
  async #restrict(values) {
    const { api, announcement } = this.#desk;
    const wanted = wantedRestriction(values);
    await api.restrict(wanted);
    this.#fields.reset();
    announcement.say(restricted(wanted));
    await this.#collections[wanted.kind].reload();
  }

  /**
   * @param {Kind} kind
   * @param {string} empty
   * @returns {Collection<Restriction>}
   */
  #all(kind, empty) {
    const { api, ...screen } = this.#desk;
    return new Collection(`#${kind}s`, screen, {
      load: () => api.restrictions(kind),
      empty,
      entry: restriction => restrictionEntry(kind, restriction),
      acts: {
        lift: async ({ id, username }, listing) => {
          await api.lift(kind, id);
          listing.remove(id);
          return say('bans.lifted', { kind, name: username });
        },
      },
      answered: offered => {
        this.#fields.hidden = !offered;
      },
    });
  }
}
