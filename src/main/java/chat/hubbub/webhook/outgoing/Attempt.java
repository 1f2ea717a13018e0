package chat.hubbub.webhook.outgoing;

/**
 * The outcome of an attempt to send an event.
 *
 * @param result whether it was delivered
 * @param fault why it was not, otherwise empty
 */
record Attempt(Result result, String fault) {

	/** The outcomes. */
	enum Result {

		/** The receiver has it. */
		DELIVERED,

		/** It is to be tried again. */
		FAILED,

		/** The receiver wants no more events. */
		GONE

	}

}
