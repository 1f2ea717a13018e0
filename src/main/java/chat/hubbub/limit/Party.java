package chat.hubbub.limit;

import io.github.bucket4j.TimeMeter;

/**
 * The number of connections and the rate limits of one user or one address. The throttles
 * are thread-safe; the number belongs to the thread that holds the entry in
 * {@link Parties}.
 */
final class Party {

	private final Throttle messages;

	private final Throttle typing;

	private final Throttle marks;

	private int connections;

	Party(Throttle messages, Throttle typing, Throttle marks) {
		this.messages = messages;
		this.typing = typing;
		this.marks = marks;
	}

	static Party user(LimitProperties limits, TimeMeter meter) {
		return new Party(Throttle.of("rate.messages", limits.messages(), meter),
				Throttle.of("rate.typing", limits.typing(), meter), Throttle.of("rate.marks", limits.marks(), meter));
	}

	static Party address(LimitProperties limits, TimeMeter meter) {
		return new Party(Throttle.of("rate.address-messages", limits.addressMessages(), meter), Throttle.NONE,
				Throttle.NONE);
	}

	Throttle messages() {
		return this.messages;
	}

	Throttle typing() {
		return this.typing;
	}

	Throttle marks() {
		return this.marks;
	}

	int connections() {
		return this.connections;
	}

	void count(int change) {
		this.connections += change;
	}

}
