package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;

/** The refusal that ends the connection of a slow reader. */
@SuppressWarnings("serial")
final class SlowReader extends Refusal {

	SlowReader() {
		super(Kind.UNAVAILABLE, "reader.slow");
	}

}
