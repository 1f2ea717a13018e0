import { incomingEntry, outgoingEntry, wantedIncoming, wantedOutgoing } from '../../model/hook.js';
import { HookApi } from '../../net/hook-api.js';
import { HooksDialog } from '../../view/hooks-dialog.js';
import { say } from '../../words.js';
import { Credentials } from '../credentials.js';
/** @import { IncomingHook, OutgoingHook } from '../../model/hook.js' */
/** @import { Listing } from '../../model/listing.js' */
/** @import { Chat } from '../chat.js' */

/**
 * Lets moderators manage the webhooks of their topic, by which programs post to it and are told of its events.
 * @param {Chat} chat
 */
export function installHooks(chat) {
  const { confirmation, place } = chat;
  const api = new HookApi(document.baseURI);
  let topic = '';

  /**
   * @template {{id: number}} T
   * @param {'incoming' | 'outgoing'} kind
   * @param {(hook: T) => string} name
   */
  const revoking = (kind, name) => async (/** @type {T} */ hook, /** @type {Listing<T>} */ listing) => {
    await api.revoke(topic, kind, hook.id);
    listing.remove(hook.id);
    return say('token.revoked', { name: name(hook) });
  };

  /** @type {Credentials<IncomingHook>} */
  const incoming = new Credentials(places('incoming'), confirmation, {
    load: () => api.incoming(topic),
    empty: say('hook.none'),
    entry: incomingEntry,
    acts: { revoke: revoking('incoming', ({ name }) => name) },
    create: async ({ name }) => {
      const { token } = await api.createIncoming(topic, wantedIncoming({ name }));
      return new URL(`hooks/${token}`, document.baseURI).href;
    },
  });

  /** @type {Credentials<OutgoingHook>} */
  const outgoing = new Credentials(places('outgoing'), confirmation, {
    load: () => api.outgoing(topic),
    empty: say('hook.none'),
    entry: outgoingEntry,
    acts: {
      revoke: revoking('outgoing', ({ url }) => url),
      resume: async (hook, listing) => {
        await api.resume(topic, hook.id);
        listing.put({ ...hook, state: 'on', fault: undefined, since: undefined });
        return say('hook.resumed', { name: hook.url });
      },
    },
    create: async ({ url, mention }) => (await api.createOutgoing(topic, wantedOutgoing({ url, mention }))).secret,
  });

  const dialog = new HooksDialog({
    opened: () => {
      topic = place.topic;
      incoming.start();
      outgoing.start();
    },
    closed: () => {
      incoming.stop();
      outgoing.stop();
    },
  });

  chat.add(dialog);
  chat.described.hear(({ name, mayModerate }) => (name !== topic || !mayModerate) && dialog.close());
  chat.absent.hear(() => dialog.close());
}

/** @param {'incoming' | 'outgoing'} kind */
function places(kind) {
  return { form: `#${kind}-hook-form`, secret: `#${kind}-hook-secret`, said: `#${kind}-hooks-said`, list: `#${kind}-hooks` };
}
