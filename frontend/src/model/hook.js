import { say } from '../words.js';
import { known } from './entry.js';
import { momentLabel } from './moment.js';
/** @import { Entry, Offer } from './entry.js' */

/**
 * A webhook by which a program posts to a topic.
 * @typedef {{id: number, name: string, by: string, createdAt: string}} IncomingHook
 */
/**
 * A webhook that tells a program of the events of a topic, or of the mentions of an account.
 * @typedef {object} OutgoingHook
 * @property {number} id
 * @property {string} url
 * @property {string} [mention] the account whose mentions alone it tells
 * @property {string} by
 * @property {string} createdAt ISO 8601
 * @property {'on' | 'failing' | 'off'} state
 * @property {string} [fault] why it fails or is off
 * @property {string} [since] the time since which it fails or is off
 */
/** @typedef {{url: string, mention?: string}} WantedHook */

const TAGS = { on: '', failing: say('hook.failing'), off: say('hook.off') };

/**
 * @param {IncomingHook} hook
 * @returns {Entry}
 */
export function incomingEntry({ id, name, by, createdAt }) {
  return { id, title: name, tag: '', facts: [made(by, createdAt)], offers: [revocation(name, say('hook.revoke.incoming'))] };
}

/**
 * @param {OutgoingHook} hook
 * @returns {Entry}
 */
export function outgoingEntry({ id, url, mention, by, createdAt, state, fault, since }) {
  const revoke = revocation(url, say('hook.revoke.outgoing'));
  return {
    id,
    title: url,
    tag: TAGS[state],
    facts: known(
      since && say(state === 'off' ? 'hook.off.since' : 'hook.failing.since', { moment: momentLabel(since), fault: fault ?? '' }),
      mention && say('hook.mention', { name: mention }),
      made(by, createdAt),
    ),
    offers: state === 'off' ? [resumption(url), revoke] : [revoke],
  };
}

/**
 * The typed name of a new incoming webhook in the form that the server takes. Throws an `Error` with the code of a field.
 * @param {{name: string}} typed
 */
export function wantedIncoming({ name }) {
  if (!name.trim()) {
    throw Object.assign(new Error(say('hook.name')), { code: 'name.empty' });
  }
  return { name: name.trim() };
}

/**
 * The same of an outgoing webhook.
 * @param {{url: string, mention?: string}} typed
 * @returns {WantedHook}
 */
export function wantedOutgoing({ url, mention = '' }) {
  if (!url.trim()) {
    throw Object.assign(new Error(say('hook.url')), { code: 'url.empty' });
  }
  return mention.trim() ? { url: url.trim(), mention: mention.trim().replace(/^@/, '') } : { url: url.trim() };
}

/**
 * @param {string} by
 * @param {string} createdAt
 */
function made(by, createdAt) {
  return say('hook.made', { name: by, moment: momentLabel(createdAt) });
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Offer}
 */
function revocation(name, text) {
  return {
    act: 'revoke', label: say('token.revoke'),
    question: { title: say('token.revoke.title', { name }), button: say('hook.revoke.button'), text },
  };
}

/**
 * @param {string} name
 * @returns {Offer}
 */
function resumption(name) {
  return {
    act: 'resume', label: say('hook.resume'),
    question: { title: say('hook.resume.title', { name }), button: say('hook.resume'), text: say('hook.resume.text') },
  };
}
