package chat.bench.load;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sends texts to a topic, numbered from 0: at a rate, or as many as may be in flight. Its
 * client may also be a subscriber, whose echoes then end the flight of a text; with
 * receipts it is the RECEIPT that does.
 */
public final class Sender implements Client.Receipts, Turn {

	private static final int RECEIPT_WIDTH = 8;

	private static final String NO_RECEIPT = "";

	private static final int FIRST_CAPACITY = 64;

	private final Client client;

	private final boolean receipts;

	private final byte[] frame;

	private final int stampAt;

	private final int receiptAt;

	private long[] sentAt = new long[FIRST_CAPACITY];

	private int[] places = {};

	private int lastSeen = -1;

	private int sent;

	private int ended;

	private int window;

	private int heldBack;

	private boolean refillsSoon;

	/**
	 * A sender.
	 * @param client the connection to send over
	 * @param textLength how long its texts are
	 * @param receipts whether it asks for receipts
	 */
	public Sender(Client client, int textLength, boolean receipts) {
		this.client = client;
		this.receipts = receipts;
		String stamp = Stamp.of(client.topic().add(this), 0);
		byte[] stomp = frame(client.topic(), stamp, textLength, receipts ? "receipt:00000000\n" : NO_RECEIPT);
		this.frame = WebSocketFrames.text(stomp);
		this.stampAt = Bytes.indexOf(this.frame, 0, this.frame.length, Bytes.ascii(stamp));
		this.receiptAt = Bytes.indexOf(this.frame, 0, this.frame.length, Bytes.ascii("00000000\n"));
		if (receipts) {
			client.listen(this);
		}
	}

	/**
	 * A text that all subscribers notice and do not count.
	 * @param client the connection to send over
	 */
	static void probe(Client client) {
		client.send(frame(client.topic(), Stamp.of(Stamp.PROBE, 0), 0, NO_RECEIPT));
	}

	/**
	 * Keeps so many texts in flight from now on.
	 * @param size how many, or 0 to send no more
	 */
	public void keepInFlight(int size) {
		this.window = size;
		refill();
	}

	/**
	 * How many texts it has sent.
	 * @return the number since the start
	 */
	public int sent() {
		return this.sent;
	}

	/**
	 * How many of them came back, or were receipted.
	 * @return the number since the start
	 */
	public int ended() {
		return this.ended;
	}

	/**
	 * How many texts it did not send because the socket took no more.
	 * @return the number since the start
	 */
	public int heldBack() {
		return this.heldBack;
	}

	/**
	 * Whether all that it sent has gone to the socket.
	 * @return whether nothing waits
	 */
	public boolean isIdle() {
		return this.client.isIdle();
	}

	/**
	 * Whether all that it sent came back, or was receipted.
	 * @return whether nothing is in flight
	 */
	public boolean isDone() {
		return this.ended == this.sent;
	}

	/** Sends a text, unless those before it still wait. */
	@Override
	public void take(long dueAt) {
		if (this.client.isIdle()) {
			this.client.write(ByteBuffer.wrap(next(dueAt)));
		}
		else {
			this.heldBack++;
		}
	}

	@Override
	public void receipt(int number) {
		this.client.topic().tally().receipted(System.nanoTime() - this.sentAt[number]);
		end();
	}

	Client client() {
		return this.client;
	}

	long sentAt(int seq) {
		return this.sentAt[seq];
	}

	/** A subscriber, this one's own client, got its text. */
	void echoed() {
		if (!this.receipts) {
			end();
		}
	}

	/**
	 * The place of a text in its topic's order, or -1 if no subscriber has received it
	 * yet.
	 */
	int place(int seq) {
		return (seq < this.places.length) ? this.places[seq] - 1 : -1;
	}

	/** Notes a text's place; returns whether this sender's order is kept so far. */
	boolean seen(int seq, int place) {
		if (seq >= this.places.length) {
			this.places = Arrays.copyOf(this.places, Math.max(this.sentAt.length, seq + 1));
		}
		this.places[seq] = place + 1;
		boolean inOrder = seq > this.lastSeen;
		this.lastSeen = Math.max(this.lastSeen, seq);
		return inOrder;
	}

	private void end() {
		this.ended++;
		if (!this.refillsSoon) {
			this.refillsSoon = true;
			this.client.loop().soon(this::refill);
		}
	}

	private void refill() {
		this.refillsSoon = false;
		int missing = this.window - (this.sent - this.ended);
		if (missing <= 0) {
			return;
		}
		long now = System.nanoTime();
		ByteBuffer frames = ByteBuffer.allocate(missing * this.frame.length);
		for (int count = 0; count < missing; count++) {
			frames.put(next(now));
		}
		this.client.write(frames.flip());
	}

	private byte[] next(long dueAt) {
		if (this.sent == this.sentAt.length) {
			this.sentAt = Arrays.copyOf(this.sentAt, 2 * this.sent);
		}
		this.sentAt[this.sent] = dueAt;
		Stamp.putSeq(this.frame, this.stampAt, this.sent);
		if (this.receipts) {
			Bytes.putDigits(this.frame, this.receiptAt, RECEIPT_WIDTH, this.sent);
		}
		this.sent++;
		return this.frame;
	}

	private static byte[] frame(Topic topic, String stamp, int textLength, String receipt) {
		String text = stamp
				+ " fellow".repeat(1 + textLength / 7).substring(0, Math.max(0, textLength - stamp.length()));
		return Bytes.ascii("SEND\ndestination:" + topic.sendDestination() + "\ncontent-type:application/json\n"
				+ receipt + "\n{\"sender\":\"ada\",\"text\":\"" + text + "\"}\0");
	}

}
