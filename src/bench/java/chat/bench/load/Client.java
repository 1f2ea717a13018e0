package chat.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A connection that supports the minimum of STOMP over WebSocket: it connects, subscribes
 * to what it uses of a topic, and counts messages.
 */
public final class Client {

	private static final byte[] CONNECT = Bytes
		.ascii("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:0,0\n\n\0");

	private static final byte[] SEQ = Bytes.ascii("\"seq\":");

	private static final int SMALL_BUFFER = 4096;

	private static final int SMALL_SEND_BUFFER = 64 * 1024;

	private final Topic topic;

	private final List<byte[]> subscriptions;

	private final Reception reception = new Reception();

	private final Connection connection;

	private @Nullable Receipts receipts;

	private boolean connected;

	private boolean probed;

	private boolean stalls;

	private boolean marksNext;

	private Client(Loop loop, InetSocketAddress server, Topic topic, List<byte[]> subscriptions, int receiveBuffer,
			int sendBuffer) throws IOException {
		this.topic = topic;
		this.subscriptions = subscriptions;
		this.connection = new Connection(this, loop, server, receiveBuffer, sendBuffer);
	}

	/** Receives the receipts of a connection. */
	interface Receipts {

		void receipt(int number);

	}

	/**
	 * Connects and subscribes.
	 * @param loop the loop that it belongs to
	 * @param server where the server listens
	 * @param topic the topic to subscribe to
	 * @param features the features of the topic that it uses
	 * @return the connection, which is not yet open
	 * @throws IOException if there are no file descriptors or ports left
	 */
	public static Client subscriber(Loop loop, InetSocketAddress server, Topic topic, Features features)
			throws IOException {
		return new Client(loop, server, topic, features.subscriptions(topic), 0, 0);
	}

	/**
	 * Connects and subscribes with further headers.
	 * @param loop the loop that it belongs to
	 * @param server where the server listens
	 * @param topic the topic to subscribe to
	 * @param headers header lines of its SUBSCRIBE, each with its line feed
	 * @return the connection, which is not yet open
	 * @throws IOException if there are no file descriptors or ports left
	 */
	public static Client subscriber(Loop loop, InetSocketAddress server, Topic topic, String headers)
			throws IOException {
		return new Client(loop, server, topic, List.of(Features.subscribe(0, topic.destination(), headers)), 0, 0);
	}

	/**
	 * Connects, subscribes and reads no more.
	 * @param loop the loop that it belongs to
	 * @param server where the server listens
	 * @param topic the topic to subscribe to
	 * @return the connection, which is not yet open
	 * @throws IOException if there are no file descriptors or ports left
	 */
	public static Client staller(Loop loop, InetSocketAddress server, Topic topic) throws IOException {
		Client client = new Client(loop, server, topic, Features.CHAT.subscriptions(topic), SMALL_BUFFER, 0);
		client.stalls = true;
		return client;
	}

	/**
	 * Connects and does not subscribe. Its socket takes no more than it would on a
	 * network: on loopback the kernel lets megabytes wait, which would count as sent.
	 * @param loop the loop that it belongs to
	 * @param server where the server listens
	 * @param topic the topic to send to
	 * @return the connection, which is not yet open
	 * @throws IOException if there are no file descriptors or ports left
	 */
	public static Client publisher(Loop loop, InetSocketAddress server, Topic topic) throws IOException {
		return new Client(loop, server, topic, List.of(), 0, SMALL_SEND_BUFFER);
	}

	/**
	 * The topic that it subscribes or sends to.
	 * @return the topic
	 */
	public Topic topic() {
		return this.topic;
	}

	/**
	 * Whether it has sent its SUBSCRIBE, after the server's CONNECTED.
	 * @return whether it is connected
	 */
	public boolean isConnected() {
		return this.connected;
	}

	/**
	 * Whether a probe has reached it: the server knows its subscription.
	 * @return whether one has
	 */
	public boolean isProbed() {
		return this.probed;
	}

	/**
	 * Why it ended.
	 * @return the reason, or {@code null} while it is open
	 */
	public @Nullable String end() {
		return this.connection.end();
	}

	/**
	 * How many different messages it has received.
	 * @return the number, probes not counted
	 */
	public int received() {
		return this.reception.count();
	}

	Loop loop() {
		return this.connection.loop();
	}

	/** Whether everything given to it has gone to the socket. */
	boolean isIdle() {
		return this.connection.isIdle();
	}

	void listen(Receipts receipts) {
		this.receipts = receipts;
	}

	/** One that stalls reads on. */
	public void goOnReading() {
		this.connection.goOnReading();
	}

	/** Sends a STOMP frame. */
	void send(byte[] frame) {
		write(ByteBuffer.wrap(WebSocketFrames.text(frame)));
	}

	/** Writes WebSocket frames; if the socket is full, the rest waits. */
	void write(ByteBuffer frames) {
		this.connection.write(frames);
	}

	/**
	 * Its user reads: it tells the server how far, with the next message that it
	 * receives.
	 */
	public void markNext() {
		this.marksNext = true;
	}

	/** Its user types. */
	public void type() {
		tell(this.topic.typingDestination(), "{}");
	}

	/** Closes the socket without a word. */
	public void close() {
		end("closed");
	}

	/** The server has accepted the WebSocket. */
	void opened() {
		send(CONNECT);
	}

	/** A MESSAGE frame, from its start on, with a stamp. */
	void message(byte[] bytes, int from, int stamp, long now) {
		if (this.marksNext) {
			this.marksNext = false;
			mark(bytes, from, stamp);
		}
		int number = Stamp.sender(bytes, stamp);
		int seq = Stamp.seq(bytes, stamp);
		if (number == Stamp.PROBE) {
			this.probed = true;
			return;
		}
		Sender sender = this.topic.sender(number);
		Reception.Arrival arrival = this.reception.accept(this.topic.place(sender, seq));
		this.topic.tally().delivered(arrival, now - sender.sentAt(seq));
		if (sender.client() == this) {
			sender.echoed();
		}
	}

	void receipt(int number) {
		if (this.receipts != null) {
			this.receipts.receipt(number);
		}
	}

	void connected() {
		this.connected = true;
		this.subscriptions.forEach(this::send);
		if (this.stalls) {
			this.connection.stopReading();
		}
	}

	void pong(byte[] payload) {
		write(ByteBuffer.wrap(WebSocketFrames.pong(payload)));
	}

	void end(String reason) {
		this.connection.end(reason);
	}

	/** Tells the number of the message that ends before its stamp. */
	private void mark(byte[] bytes, int from, int stamp) {
		int seq = Bytes.indexOf(bytes, from, stamp, SEQ) + SEQ.length;
		int end = Bytes.indexOf(bytes, seq, stamp, (byte) ',');
		tell(this.topic.readDestination(), "{\"seq\":" + Bytes.digits(bytes, seq, end - seq) + "}");
	}

	/** A SEND as from the page. */
	private void tell(String destination, String json) {
		send(Bytes.ascii(
				"SEND\ndestination:" + destination + "\nreceipt:0\ncontent-type:application/json\n\n" + json + "\0"));
	}

}
