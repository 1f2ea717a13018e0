import { say } from '../words.js';

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

const NAME_HINT = say('entrance.name-hint');

/**
 * @param {string} server its name
 * @returns {Record<Way, Words>}
 */
const wordsOf = server => ({
  'guest': {
    title: say('entrance.guest.title', { server }),
    lead: say('entrance.guest.lead'),
    nameHint: NAME_HINT,
    nameIs: 'nickname',
    passwordIs: '',
    button: say('entrance.guest.button'),
    offer: say('entrance.guest.offer'),
  },
  'sign-in': {
    title: say('entrance.sign-in.title'),
    lead: say('entrance.sign-in.lead'),
    nameHint: '',
    nameIs: 'username',
    passwordIs: 'current-password',
    button: say('entrance.sign-in.button'),
    offer: say('entrance.sign-in.offer'),
  },
  'sign-up': {
    title: say('entrance.sign-up.title'),
    lead: say('entrance.sign-up.lead'),
    nameHint: NAME_HINT,
    nameIs: 'username',
    passwordIs: 'new-password',
    button: say('entrance.sign-up.button'),
    offer: say('entrance.sign-up.offer'),
  },
});

/** The ways in on this server. */
export class Entrance {
  #server;
  #words;

  /** @param {{name: string, guests: boolean, signUp: string, invite: string}} server `invite`: the secret of an invitation, or empty */
  constructor(server) {
    this.#server = server;
    this.#words = wordsOf(server.name);
    this.invite = server.invite;
  }

  /**
   * The server has this name now.
   * @param {string} server
   */
  rename(server) {
    this.#words = wordsOf(server);
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
    return this.#words[way];
  }
}
