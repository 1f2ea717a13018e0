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

	private final Throttle searches;

	private int connections;

	Party(Throttle messages, Throttle typing, Throttle marks, Throttle searches) {
		this.messages = messages;
		this.typing = typing;
		this.marks = marks;
		this.searches = searches;
	}

	static Party user(LimitProperties limits, TimeMeter meter) {
		return new Party(Throttle.of("rate.messages", limits.messages(), meter),
				Throttle.of("rate.typing", limits.typing(), meter), Throttle.of("rate.marks", limits.marks(), meter),
				Throttle.of("rate.searches", limits.searches(), meter));
	}

	static Party address(LimitProperties limits, TimeMeter meter) {
		return new Party(Throttle.of("rate.address-messages", limits.addressMessages(), meter), Throttle.NONE,
				Throttle.NONE, Throttle.NONE);
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

	Throttle searches() {
		return this.searches;
	}

	int connections() {
		return this.connections;
	}

	void count(int change) {
		this.connections += change;
	}

}
