package chat.hubbub.broker.fanout;

import chat.hubbub.broker.wire.Wire;
import chat.hubbub.words.Language;

/** How to speak to a client. CONNECT may change it. Thread-safe. */
public interface Voice {

	/** The client's wire format. */
	Wire wire();

	/** The language of its refusals. */
	Language language();

}
