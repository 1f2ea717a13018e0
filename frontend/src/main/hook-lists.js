import { incomingEntry, outgoingEntry, wantedIncoming, wantedOutgoing } from '../model/hook.js';
import { say } from '../words.js';
import { Credentials } from './credentials.js';
/** @import { IncomingHook, OutgoingHook } from '../model/hook.js' */
/** @import { Listing } from '../model/listing.js' */
/** @import { HookApi, HookOwner } from '../net/hook-api.js' */
/** @import { Confirmation } from '../view/confirmation.js' */

/**
 * The webhooks by which programs post.
 * @param {string} name that of their parts of the page, such as `incoming`
 * @param {{api: HookApi, confirmation: Confirmation, owner: () => HookOwner}} screen
 * @returns {Credentials<IncomingHook>}
 */
export function incomingHooks(name, { api, confirmation, owner }) {
  return new Credentials(places(name), confirmation, {
    load: () => api.incoming(owner()),
    empty: say('hook.none'),
    entry: incomingEntry,
    acts: { revoke: (hook, listing) => revoke(hook, listing, hook.name, () => api.revoke(owner(), 'incoming', hook.id)) },
    create: async typed => {
      const { token } = await api.createIncoming(owner(), wantedIncoming({ name: typed.name }));
      return new URL(`hooks/${token}`, document.baseURI).href;
    },
  });
}

/**
 * The webhooks that tell programs.
 * @param {string} name that of their parts of the page, such as `outgoing`
 * @param {{api: HookApi, confirmation: Confirmation, owner: () => HookOwner}} screen
 * @returns {Credentials<OutgoingHook>}
 */
export function outgoingHooks(name, { api, confirmation, owner }) {
  return new Credentials(places(name), confirmation, {
    load: () => api.outgoing(owner()),
    empty: say('hook.none'),
    entry: outgoingEntry,
    acts: {
      revoke: (hook, listing) => revoke(hook, listing, hook.url, () => api.revoke(owner(), 'outgoing', hook.id)),
      resume: async (hook, listing) => {
        await api.resume(owner(), hook.id);
        listing.put({ ...hook, state: 'on', fault: undefined, since: undefined });
        return say('hook.resumed', { name: hook.url });
      },
    },
    create: async ({ url, mention }) => (await api.createOutgoing(owner(), wantedOutgoing({ url, mention }))).secret,
  });
}

/**
 * @template {{id: number}} T
 * @param {T} hook
 * @param {Listing<T>} listing
 * @param {string} name
 * @param {() => Promise<unknown>} ask
 */
async function revoke(hook, listing, name, ask) {
  await ask();
  listing.remove(hook.id);
  return say('token.revoked', { name });
}

/** @param {string} name */
function places(name) {
  return { form: `#${name}-hook-form`, secret: `#${name}-hook-secret`, said: `#${name}-hooks-said`, list: `#${name}-hooks` };
}
