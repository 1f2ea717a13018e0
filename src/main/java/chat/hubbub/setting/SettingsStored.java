package chat.hubbub.setting;

import chat.hubbub.bus.StoredFact;

/** An admin has changed settings of the server. Its receivers read them anew. */
public record SettingsStored() implements StoredFact {

}
