import { newId } from '../model/new-id.js';
import { Shelf } from '../model/shelf.js';
/** @import { Entry } from '../model/outbox.js' */

const PREFIX = 'hubbub.outbox ';

/** A page that is loaded again gets its name back once the former page is gone. A copy of a tab does not. */
const PATIENCE = 500;

/** @type {Promise<string> | undefined} */
let tab;

/**
 * Where this tab keeps the unsent messages of an account, with those of tabs that are gone: an app that was closed without a
 * network sends them when it is opened again. Each message has an id, so one that two tabs send is stored once.
 * @param {string} user
 * @returns {Promise<Shelf<Entry[]>>}
 */
export async function unsentOf(user) {
  tab ??= ownTab();
  const own = await tab;
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  /** @type {Entry[]} */
  const entries = [];
  for (const key of kept()) {
    const [owner, other] = JSON.parse(key.slice(PREFIX.length));
    if (other === own || !open.has(lockOf(other))) {
      /** @type {Shelf<Entry[]>} */
      const shelf = new Shelf(localStorage, key);
      entries.push(...(owner === user && shelf.load() || []));
      localStorage.removeItem(key);
    }
  }
  /** @type {Shelf<Entry[]>} */
  const shelf = new Shelf(localStorage, PREFIX + JSON.stringify([user, own]));
  shelf.save(entries.sort((a, b) => a.writtenAt - b.writtenAt));
  return shelf;
}

/** The user has left: nothing stays for the next one. */
export function forgetUnsent() {
  kept().forEach(key => localStorage.removeItem(key));
}

function kept() {
  return Object.keys(localStorage).filter(key => key.startsWith(PREFIX));
}

/** The name of this tab, which no other one has. */
async function ownTab() {
  /** @type {Shelf<string>} */
  const shelf = new Shelf(sessionStorage, 'hubbub.tab');
  const former = shelf.load();
  const name = former && await hold(former) ? former : newId();
  if (name !== former) {
    await hold(name);
  }
  shelf.save(name);
  return name;
}

/**
 * @param {string} name
 * @returns {Promise<boolean>} false if another tab has it
 */
function hold(name) {
  return new Promise(answer => {
    navigator.locks.request(lockOf(name), { signal: AbortSignal.timeout(PATIENCE) }, () => {
      answer(true);
      return new Promise(() => {});
    }).catch(() => answer(false));
  });
}

/** @param {string} name */
function lockOf(name) {
  return `hubbub-tab-${name}`;
}
