import { say } from '../../words.js';

/** The parts of the admin page, and their titles. */
const PANELS = new Map([
  ['users', say('panels.users')],
  ['server', say('panels.server')],
  ['tokens', say('panels.tokens')],
  ['invites', say('panels.invites')],
  ['bans', say('panels.bans')],
  ['reports', say('panels.reports')],
  ['audit', say('panels.audit')],
]);

/**
 * The part that an address names, e.g. `#bans`; by default the first.
 * @param {string} hash
 */
export function panelIn(hash) {
  const [first] = PANELS.keys();
  return PANELS.has(hash.slice(1)) ? hash.slice(1) : first;
}

/** @param {string} panel */
export function panelTitle(panel) {
  return PANELS.get(panel) ?? '';
}
