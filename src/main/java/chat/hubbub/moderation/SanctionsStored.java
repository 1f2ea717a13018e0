package chat.hubbub.moderation;

import chat.hubbub.bus.Fact;

/** Sanctions were imposed, replaced or lifted. */
record SanctionsStored() implements Fact {

}
