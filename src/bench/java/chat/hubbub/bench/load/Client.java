package chat.hubbub.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks just enough STOMP over WebSocket: it connects, subscribes to
 * one topic if it has one, and counts what comes.
 */
public final class Client {

	private static final byte[] UPGRADE = Bytes.ascii("GET /ws HTTP/1.1\r\nHost: localhost\r\n"
			+ "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
			+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: v12.stomp\r\n\r\n");

	private static final byte[] END_OF_HEAD = Bytes.ascii("\r\n\r\n");

	private static final byte[] SWITCHED = Bytes.ascii("HTTP/1.1 101");

	private static final byte[] CONNECT = Bytes
		.ascii("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:0,0\n\n\0");

	private static final int SMALL_BUFFER = 4096;

	private static final byte[] NOTHING = {};

	private final Loop loop;

	private final Topic topic;

	private final @Nullable String subscribe;

	private final Reception reception = new Reception();

	private final SocketChannel channel;

	private final SelectionKey key;

	private byte[] rest = NOTHING;

	private @Nullable ByteBuffer unsent;

	private @Nullable Receipts receipts;

	private boolean upgraded;

	private boolean connected;

	private boolean probed;

	private boolean stalls;

	private @Nullable String end;

	private Client(Loop loop, InetSocketAddress server, Topic topic, @Nullable String subscribe, int receiveBuffer)
			throws IOException {
		this.loop = loop;
		this.topic = topic;
		this.subscribe = subscribe;
		this.channel = SocketChannel.open();
		this.channel.configureBlocking(false);
		this.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		if (receiveBuffer > 0) {
			this.channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
		}
		this.key = loop.register(this.channel, this);
		if (this.channel.connect(server)) {
			opened();
		}
	}

	/** Who is told of the receipts of a connection. */
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
		return new Client(loop, server, topic, "", 0);
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
		return new Client(loop, server, topic, headers, 0);
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
		Client client = new Client(loop, server, topic, "", SMALL_BUFFER);
		client.stalls = true;
		return client;
	}

	/**
	 * Connects and does not subscribe.
	 * @param loop the loop that it belongs to
	 * @param server where the server listens
	 * @param topic the topic to send to
	 * @return the connection, which is not yet open
	 * @throws IOException if there are no file descriptors or ports left
	 */
	public static Client publisher(Loop loop, InetSocketAddress server, Topic topic) throws IOException {
		return new Client(loop, server, topic, null, 0);
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
		return this.end;
	}

	/**
	 * How many different messages it has received.
	 * @return the number, probes not counted
	 */
	public int received() {
		return this.reception.count();
	}

	Loop loop() {
		return this.loop;
	}

	/** Whether everything given to it has gone to the socket. */
	boolean isIdle() {
		return this.unsent == null;
	}

	void listen(Receipts receipts) {
		this.receipts = receipts;
	}

	/** One that stalls reads on. */
	public void goOnReading() {
		interest(operations() | SelectionKey.OP_READ);
	}

	/** Sends a STOMP frame. */
	void send(byte[] frame) {
		write(ByteBuffer.wrap(WebSocketFrames.text(frame)));
	}

	/** Writes bytes; what the socket does not take waits. */
	void write(ByteBuffer bytes) {
		if (this.end != null) {
			return;
		}
		try {
			if (this.unsent == null) {
				this.channel.write(bytes);
			}
			if (bytes.hasRemaining()) {
				this.unsent = WebSocketFrames.append(this.unsent, bytes);
				interest(operations() | SelectionKey.OP_WRITE);
			}
		}
		catch (IOException ex) {
			end("cannot write: " + ex.getMessage());
		}
	}

	/** Closes the socket without a word. */
	public void close() {
		end("closed");
	}

	void ready(SelectionKey ready) {
		try {
			if (ready.isConnectable() && this.channel.finishConnect()) {
				opened();
			}
			if (ready.isValid() && ready.isWritable()) {
				flush();
			}
			if (ready.isValid() && ready.isReadable()) {
				read();
			}
		}
		catch (IOException ex) {
			end(String.valueOf(ex.getMessage()));
		}
	}

	/** What a MESSAGE frame's stamp says. */
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
			interest(operations() & ~SelectionKey.OP_READ);
		}
	}

	void pong(byte[] payload) {
		write(ByteBuffer.wrap(WebSocketFrames.pong(payload)));
	}

	void end(String reason) {
		if (this.end != null) {
			return;
		}
		this.end = reason;
		this.rest = NOTHING;
		this.unsent = null;
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A socket cannot be closed", ex);
		}
	}

	private void opened() {
		interest(SelectionKey.OP_READ);
		write(ByteBuffer.wrap(UPGRADE));
	}

	private void flush() throws IOException {
		if (this.unsent != null) {
			this.channel.write(this.unsent);
			if (this.unsent.hasRemaining()) {
				return;
			}
			this.unsent = null;
		}
		interest(operations() & ~SelectionKey.OP_WRITE);
	}

	private void read() throws IOException {
		ByteBuffer buffer = this.loop.buffer().clear().put(this.rest);
		int count = this.channel.read(buffer);
		if (count < 0) {
			end("the server closed the socket");
			return;
		}
		byte[] bytes = buffer.array();
		int to = buffer.position();
		int from = this.upgraded ? 0 : upgrade(bytes, to);
		int parsed = this.upgraded ? WebSocketFrames.parse(this, bytes, from, to, System.nanoTime()) : from;
		if (this.end == null) {
			this.rest = (parsed == to) ? NOTHING : Arrays.copyOfRange(bytes, parsed, to);
		}
	}

	private int upgrade(byte[] bytes, int to) {
		int at = Bytes.indexOf(bytes, 0, to, END_OF_HEAD);
		if (at < 0) {
			return 0;
		}
		if (!Arrays.equals(bytes, 0, SWITCHED.length, SWITCHED, 0, SWITCHED.length)) {
			end("the server refused the upgrade");
			return to;
		}
		this.upgraded = true;
		send(CONNECT);
		return at + END_OF_HEAD.length;
	}

	private int operations() {
		return this.key.isValid() ? this.key.interestOps() : 0;
	}

	private void interest(int operations) {
		if (this.end == null && this.key.isValid()) {
			this.key.interestOps(operations);
		}
	}

}
