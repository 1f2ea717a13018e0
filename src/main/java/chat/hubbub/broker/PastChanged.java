package chat.hubbub.broker;

import chat.hubbub.bus.Fact;

/** Many past events have changed; the store already has their new state. */
public record PastChanged() implements Fact {

}
