package chat.hubbub.broker;

import chat.hubbub.bus.StoredFact;

/** Many past events have changed; the store already has their new state. */
public record PastChanged() implements StoredFact {

}
