package chat.hubbub.broker;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The messages of one subscription that its client has yet to acknowledge. Nothing is
 * delivered again: a client that comes back resumes with {@code since}. Bounded: of more
 * than {@value #BOUND} messages the oldest count as acknowledged. Thread-safe.
 */
final class Acknowledgements {

	static final int BOUND = 1000;

	private final boolean cumulative;

	private final Set<String> expected = new LinkedHashSet<>();

	/**
	 * Creates it.
	 * @param cumulative whether an ACK stands for all messages before it too
	 * ({@code ack:client}), or for one ({@code ack:client-individual})
	 */
	Acknowledgements(boolean cumulative) {
		this.cumulative = cumulative;
	}

	/** Notes a message, and returns the id that an ACK of it has. */
	synchronized String expect(String subscriptionId, String messageId, StompVersion version) {
		// Before 1.2 an ACK names the message, from then on what its ack header says.
		String ack = (version == StompVersion.V1_2) ? subscriptionId + "@" + messageId : messageId;
		this.expected.add(ack);
		if (this.expected.size() > BOUND) {
			Iterator<String> oldest = this.expected.iterator();
			oldest.next();
			oldest.remove();
		}
		return ack;
	}

	synchronized boolean acknowledge(String ack) {
		if (!this.expected.contains(ack)) {
			return false;
		}
		if (this.cumulative) {
			Iterator<String> oldest = this.expected.iterator();
			while (!oldest.next().equals(ack)) {
				oldest.remove();
			}
		}
		this.expected.remove(ack);
		return true;
	}

}
