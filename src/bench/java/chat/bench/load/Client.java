package chat.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * A connection that supports the minimum of STOMP over WebSocket: it connects, subscribes
 * to one topic if it has one, and counts messages.
 */
public final class Client {

	private static final byte[] CONNECT = Bytes
		.ascii("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:0,0\n\n\0");

	private static final int SMALL_BUFFER = 4096;

	private static final int SMALL_SEND_BUFFER = 64 * 1024;

	private final Topic topic;

	private final @Nullable String subscribe;

	private final Reception reception = new Reception();

	private final Connection connection;

	private @Nullable Receipts receipts;

	private boolean connected;

	private boolean probed;

	private boolean stalls;

	private Client(Loop loop, InetSocketAddress server, Topic topic, @Nullable String subscribe, int receiveBuffer,
			int sendBuffer) throws IOException {
		this.topic = topic;
		this.subscribe = subscribe;
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
	 * @return the connection, which is not yet open
	 * @throws IOException if there are no file descriptors or ports left
	 */
	public static Client subscriber(Loop loop, InetSocketAddress server, Topic topic) throws IOException {
		return new Client(loop, server, topic, "", 0, 0);
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
		return new Client(loop, server, topic, headers, 0, 0);
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
		Client client = new Client(loop, server, topic, "", SMALL_BUFFER, 0);
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
		return new Client(loop, server, topic, null, 0, SMALL_SEND_BUFFER);
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

	/** Closes the socket without a word. */
	public void close() {
		end("closed");
	}

	/** The server has accepted the WebSocket. */
	void opened() {
		send(CONNECT);
	}

	/** The stamp of a MESSAGE frame. */
	void message(byte[] bytes, int stamp, long now) {
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
		if (this.subscribe != null) {
			send(Bytes
				.ascii("SUBSCRIBE\nid:0\ndestination:" + this.topic.destination() + "\n" + this.subscribe + "\n\0"));
		}
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

}
