package chat.hubbub.webhook.outgoing;

import chat.hubbub.bus.StoredFact;

/** Outgoing webhooks were created, revoked or turned on or off. */
record HooksChanged() implements StoredFact {

}
