package chat.hubbub.moderation;

import chat.hubbub.bus.StoredFact;

/** Sanctions were imposed, replaced or lifted. */
record SanctionsStored() implements StoredFact {

}
