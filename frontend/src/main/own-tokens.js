import { tokenEntry } from '../model/token-entry.js';
import { wantedToken } from '../model/token.js';
import { find } from '../view/element.js';
import { say } from '../words.js';
import { Credentials } from './credentials.js';
/** @import { Token } from '../model/token.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Confirmation } from '../view/confirmation.js' */

const PLACES = { form: '#token-form', secret: '#token-secret', said: '#token-said', list: '#own-tokens' };

/**
 * The access tokens of the user's programs.
 * @param {Api} api
 * @param {Confirmation} confirmation
 * @returns {Credentials<Token>}
 */
export function ownTokens(api, confirmation) {
  return new Credentials(PLACES, confirmation, {
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
      find(PLACES.form).hidden = !offered;
    },
    create: async ({ name, days }) => (await api.createToken(wantedToken({ name, days }))).token,
  });
}
