import { tokenEntry } from '../model/token-entry.js';
import { wantedToken } from '../model/token.js';
import { Announcement } from '../view/announcement.js';
import { find } from '../view/element.js';
import { Form } from '../view/form.js';
import { Secret } from '../view/secret.js';
import { say } from '../words.js';
import { Collection } from './collection.js';
/** @import { Token } from '../model/token.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Confirmation } from '../view/confirmation.js' */

/** The access tokens of the user's programs: made, shown once, and revoked. */
export class OwnTokens {
  #api;
  #fields = /** @type {HTMLFormElement} */ (find('#token-form'));
  #form = new Form(this.#fields, values => this.#create(/** @type {{name: string, days: string}} */ (values)));
  #secret = new Secret('#token-secret');
  #announcement = new Announcement('#token-said');
  /** @type {Collection<Token>} */
  #tokens;

  /**
   * @param {Api} api
   * @param {Confirmation} confirmation
   */
  constructor(api, confirmation) {
    this.#api = api;
    this.#tokens = new Collection('#own-tokens', { confirmation, announcement: this.#announcement }, {
      load: () => api.tokens(),
      empty: say('token.none'),
      entry: token => tokenEntry(token, Date.now()),
      acts: {
        revoke: async ({ id, name }, listing) => {
          await api.revokeToken(id);
          listing.remove(id);
          return say('token.revoked', { name });
        },
      },
      answered: offered => {
        this.#fields.hidden = !offered;
      },
    });
  }

  start() {
    this.#form.start();
    this.#secret.start();
    this.#tokens.start();
    this.#form.clear();
    this.#fields.reset();
    this.#announcement.say('');
  }

  stop() {
    this.#form.stop();
    this.#secret.stop();
    this.#tokens.stop();
  }

  /** @param {{name: string, days: string}} typed */
  async #create(typed) {
    this.#secret.hide();
    const { token } = await this.#api.createToken(wantedToken(typed));
    this.#fields.reset();
    this.#secret.show(token);
    await this.#tokens.reload();
  }
}
