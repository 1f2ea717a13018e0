/**
 * The ways in: as a guest, with an account, with a new one.
 * @typedef {'guest' | 'sign-in' | 'sign-up'} Way
 */
/**
 * The words and fields of a way in.
 * @typedef {object} Words
 * @property {string} title
 * @property {string} lead
 * @property {string} nameHint
 * @property {'nickname' | 'username'} nameIs the value of `autocomplete`
 * @property {'' | 'current-password' | 'new-password'} passwordIs the value of `autocomplete`; empty: there is no password
 * @property {string} button
 * @property {string} offer the text of the button that leads here
 */

const NAME_HINT = 'Up to 32 letters and digits, also with spaces, dots, hyphens and underscores between them.';

/** @type {Record<Way, Words>} */
const WORDS = {
  'guest': {
    title: 'Welcome to Hubbub',
    lead: 'Pick a name that others will see beside your messages.',
    nameHint: NAME_HINT,
    nameIs: 'nickname',
    passwordIs: '',
    button: 'Join the conversation',
    offer: 'Join as a guest',
  },
  'sign-in': {
    title: 'Welcome back',
    lead: 'Sign in with the name and the password of your account.',
    nameHint: '',
    nameIs: 'username',
    passwordIs: 'current-password',
    button: 'Sign in',
    offer: 'Sign in',
  },
  'sign-up': {
    title: 'Create your account',
    lead: 'Your name is reserved for you, and you can sign in everywhere.',
    nameHint: NAME_HINT,
    nameIs: 'username',
    passwordIs: 'new-password',
    button: 'Create account',
    offer: 'Create an account',
  },
};

/** The ways in on this server. */
export class Entrance {
  #server;

  /** @param {{guests: boolean, signUp: string, invite: string}} server `invite`: the secret of an invitation, or empty */
  constructor(server) {
    this.#server = server;
    this.invite = server.invite;
  }

  /** The invitation is not valid, or no longer valid. */
  loseInvite() {
    this.invite = '';
  }

  get #ways() {
    const { guests, signUp } = this.#server;
    return /** @type {Way[]} */ ([
      ...(guests ? ['guest'] : []),
      'sign-in',
      ...(this.invite || signUp === 'open' ? ['sign-up'] : []),
    ]);
  }

  /** @returns {Way} the one to begin with */
  get first() {
    return this.invite ? 'sign-up' : this.#ways[0];
  }

  /**
   * @param {Way} way
   * @returns {Way[]} the other ways in
   */
  others(way) {
    return this.#ways.filter(other => other !== way);
  }

  /** @param {Way} way */
  words(way) {
    return WORDS[way];
  }
}
