package chat.hubbub.broker;

import chat.hubbub.bus.Fact;

/** Many events of the past look different from now on; the store has them already. */
public record PastChanged() implements Fact {

}
