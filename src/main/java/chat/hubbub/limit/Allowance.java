package chat.hubbub.limit;

import org.jspecify.annotations.Nullable;

import chat.hubbub.net.ClientAddress;

/**
 * The rate limits of one connection. They are kept with the connection, so that a frame
 * costs no look-up. Immutable; its throttles are thread-safe.
 *
 * @param address the client's address, or {@code null} if unknown
 * @param user the user, or {@code null} before CONNECT
 * @param subscribes the limit of SUBSCRIBE
 * @param messages the limit of SEND by the user
 * @param addressMessages the limit of SEND by all users at the address
 * @param typing the limit of typing notices
 * @param marks the limit of read marks
 * @param searches the limit of searches
 */
record Allowance(@Nullable ClientAddress address, @Nullable String user, Throttle subscribes, Throttle messages,
		Throttle addressMessages, Throttle typing, Throttle marks, Throttle searches) {

	/** The attribute of a connection that holds it. */
	static final String ATTRIBUTE = "hubbub.allowance";

	private static final String TYPING = "/app/typing";

	private static final String READ = "/app/read";

	private static final String SEARCH = "/app/search";

	static Allowance of(@Nullable ClientAddress address, Throttle addressMessages, Throttle subscribes) {
		return new Allowance(address, null, subscribes, Throttle.NONE, addressMessages, Throttle.NONE, Throttle.NONE,
				Throttle.NONE);
	}

	Allowance with(String name, Party party) {
		return new Allowance(this.address, name, this.subscribes, party.messages(), this.addressMessages,
				party.typing(), party.marks(), party.searches());
	}

	/**
	 * Counts a SEND.
	 * @throws RateLimited if the rate is exceeded
	 */
	void send(@Nullable String destination) {
		if (destination != null && isAt(TYPING, destination)) {
			this.typing.take();
		}
		else if (destination != null && isAt(READ, destination)) {
			this.marks.take();
		}
		else if (SEARCH.equals(destination)) {
			this.searches.take();
			this.addressMessages.take();
		}
		else {
			this.messages.take();
			this.addressMessages.take();
		}
	}

	/** Whether a destination is of one kind, for the lobby or another place. */
	private static boolean isAt(String kind, String destination) {
		return destination.startsWith(kind)
				&& (destination.length() == kind.length() || "./".indexOf(destination.charAt(kind.length())) >= 0);
	}

	/**
	 * Counts a SUBSCRIBE.
	 * @throws RateLimited if the rate is exceeded
	 */
	void subscribe() {
		this.subscribes.take();
	}

}
