import { INVITE_DAYS, inviteEntry } from '../../model/admin/invite-entry.js';
import { wantedDays } from '../../model/token.js';
import { find } from '../../view/element.js';
import { Form } from '../../view/form.js';
import { Secret } from '../../view/secret.js';
import { say } from '../../words.js';
import { Collection } from '../collection.js';
/** @import { Invitation } from '../../model/admin/invite-entry.js' */
/** @import { Desk } from './admin.js' */

const PAGE = 100;

/** Links that make an account each. */
export class Invites {
  #api;
  #form = new Form(find('#invite-form'), ({ days }) => this.#create(days));
  #secret = new Secret('#invite-secret');
  /** @type {Collection<Invitation>} */
  #invites;

  /** @param {Desk} desk */
  constructor({ api, ...screen }) {
    this.#api = api;
    this.#invites = new Collection('#invites', screen, {
      load: cursor => api.invites(cursor, PAGE),
      pageSize: PAGE,
      empty: say('invites.none'),
      entry: invitation => inviteEntry(invitation, Date.now()),
      acts: {
        revoke: async ({ id }, listing) => {
          await api.revokeInvite(id);
          listing.remove(id);
          return say('invites.revoked', { id: String(id) });
        },
      },
    });
  }

  start() {
    this.#form.start();
    this.#secret.start();
    this.#invites.start();
  }

  stop() {
    this.#form.stop();
    this.#secret.stop();
    this.#invites.stop();
  }

  /** @param {string} days */
  async #create(days) {
    this.#secret.hide();
    const { link } = await this.#api.createInvite(wantedDays(days, INVITE_DAYS));
    this.#secret.show(link);
    await this.#invites.reload();
  }
}
