package chat.hubbub.limit;

import org.jspecify.annotations.Nullable;

import chat.hubbub.net.ClientAddress;

/**
 * What one connection may still do. It is kept with the connection, so that a frame costs
 * no look-up. Immutable; its throttles are thread-safe.
 *
 * @param address where the client is, or {@code null} if that is not known
 * @param user who it is, or {@code null} before CONNECT
 * @param subscribes for SUBSCRIBE
 * @param messages for SEND by the user
 * @param addressMessages for SEND by all at the address
 * @param typing for SEND of typing notices
 */
record Allowance(@Nullable ClientAddress address, @Nullable String user, Throttle subscribes, Throttle messages,
		Throttle addressMessages, Throttle typing) {

	/** The session attribute that holds it. */
	static final String ATTRIBUTE = "hubbub.allowance";

	private static final String TYPING = "/app/typing";

	static Allowance of(@Nullable ClientAddress address, Throttle addressMessages, Throttle subscribes) {
		return new Allowance(address, null, subscribes, Throttle.NONE, addressMessages, Throttle.NONE);
	}

	Allowance with(String name, Party party) {
		return new Allowance(this.address, name, this.subscribes, party.messages(), this.addressMessages,
				party.typing());
	}

	/**
	 * Counts a SEND.
	 * @throws RateLimited if it is one too many
	 */
	void send(@Nullable String destination) {
		if (destination != null && (destination.equals(TYPING) || destination.startsWith(TYPING + "."))) {
			this.typing.take();
		}
		else {
			this.messages.take();
			this.addressMessages.take();
		}
	}

	/**
	 * Counts a SUBSCRIBE.
	 * @throws RateLimited if it is one too many
	 */
	void subscribe() {
		this.subscribes.take();
	}

}
