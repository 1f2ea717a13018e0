package chat.hubbub.broker.fanout;

import chat.hubbub.refusal.Refusal;

/** Too much waits for a client that reads too little. */
@SuppressWarnings("serial")
final class SlowReader extends Refusal {

	SlowReader() {
		super(Kind.UNAVAILABLE, "reader.slow",
				"The client reads its messages too slowly. Connect again and SUBSCRIBE with since to resume.");
	}

}
