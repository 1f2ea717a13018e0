package chat.hubbub.broker.fanout;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import chat.hubbub.stomp.StompVersion;

/**
 * The unacknowledged messages of one subscription. The server never delivers them again:
 * a client that reconnects resumes with {@code since}. At most {@value #BOUND} messages
 * are kept; beyond that the oldest count as acknowledged. Thread-safe.
 */
public final class Acknowledgements {

	static final int BOUND = 1000;

	/** The heap bytes charged for a message: its entry and its id. */
	static final int BYTES = 160;

	private final boolean cumulative;

	/** The ids of the messages. All subscriptions share these strings. */
	private final Set<String> expected = new LinkedHashSet<>();

	/** The prefix of the message's id in an ACK. */
	private String prefix = "";

	private long charged;

	private boolean closed;

	/**
	 * Expects no messages yet.
	 * @param cumulative whether an ACK also acknowledges all earlier messages
	 * ({@code ack:client}), or only one ({@code ack:client-individual})
	 */
	public Acknowledgements(boolean cumulative) {
		this.cumulative = cumulative;
	}

	/** Records a message, and returns the id that acknowledges it. */
	synchronized String expect(String subscriptionId, String messageId, StompVersion version) {
		// An ACK names the message-id before STOMP 1.2, and the value of the header ack
		// since
		// then.
		this.prefix = (version == StompVersion.V1_2) ? subscriptionId + "@" : "";
		if (!this.closed) {
			this.expected.add(messageId);
		}
		if (this.expected.size() > BOUND) {
			Iterator<String> oldest = this.expected.iterator();
			oldest.next();
			oldest.remove();
		}
		return this.prefix + messageId;
	}

	synchronized boolean acknowledge(String ack) {
		if (!ack.startsWith(this.prefix) || !this.expected.contains(ack.substring(this.prefix.length()))) {
			return false;
		}
		String messageId = ack.substring(this.prefix.length());
		if (this.cumulative) {
			Iterator<String> oldest = this.expected.iterator();
			while (!oldest.next().equals(messageId)) {
				oldest.remove();
			}
		}
		this.expected.remove(messageId);
		return true;
	}

	/** Forgets all messages and expects no further ones. */
	synchronized void close() {
		this.closed = true;
		this.expected.clear();
	}

	/** The change of its bytes since the last call, negative if there are fewer. */
	synchronized long settle() {
		long held = (long) BYTES * this.expected.size();
		long more = held - this.charged;
		this.charged = held;
		return more;
	}

}
