package chat.hubbub.broker.fanout;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

import chat.hubbub.stomp.StompVersion;

/**
 * The messages of one subscription that its client has yet to acknowledge. Nothing is
 * delivered again: a client that comes back resumes with {@code since}. Bounded: of more
 * than {@value #BOUND} messages the oldest count as acknowledged. Thread-safe.
 */
public final class Acknowledgements {

	static final int BOUND = 1000;

	/** What one takes: its place here, and its id, which a subscription shares. */
	static final int BYTES = 160;

	private final boolean cumulative;

	/** The messages' own ids, which all who get a message share. */
	private final Set<String> expected = new LinkedHashSet<>();

	/** What an ACK has before the message's id. */
	private String prefix = "";

	private long charged;

	private boolean closed;

	/**
	 * Creates it.
	 * @param cumulative whether an ACK stands for all messages before it too
	 * ({@code ack:client}), or for one ({@code ack:client-individual})
	 */
	public Acknowledgements(boolean cumulative) {
		this.cumulative = cumulative;
	}

	/** Notes a message, and returns the id that an ACK of it has. */
	synchronized String expect(String subscriptionId, String messageId, StompVersion version) {
		// Before 1.2 an ACK names the message, from then on what its ack header says.
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

	/** Nothing more is expected. */
	synchronized void close() {
		this.closed = true;
		this.expected.clear();
	}

	/** How many bytes more than at the last call it holds; less is negative. */
	synchronized long settle() {
		long held = (long) BYTES * this.expected.size();
		long more = held - this.charged;
		this.charged = held;
		return more;
	}

}
