package chat.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The WebSocket of a {@link Client}: it asks for the upgrade and carries bytes. */
final class Connection {

	private static final byte[] UPGRADE = Bytes.ascii("GET /ws HTTP/1.1\r\nHost: localhost\r\n"
			+ "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
			+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: v12.stomp\r\n\r\n");

	private static final byte[] END_OF_HEAD = Bytes.ascii("\r\n\r\n");

	private static final byte[] SWITCHED = Bytes.ascii("HTTP/1.1 101");

	private static final byte[] NOTHING = {};

	private final Client client;

	private final Loop loop;

	private final SocketChannel channel;

	private final SelectionKey key;

	private byte[] rest = NOTHING;

	private @Nullable ByteBuffer unsent;

	private boolean upgraded;

	private @Nullable String end;

	/** Opens a connection; a buffer of 0 leaves it to the kernel. */
	Connection(Client client, Loop loop, InetSocketAddress server, int receiveBuffer, int sendBuffer)
			throws IOException {
		this.client = client;
		this.loop = loop;
		this.channel = SocketChannel.open();
		this.channel.configureBlocking(false);
		this.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		if (receiveBuffer > 0) {
			this.channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
		}
		if (sendBuffer > 0) {
			this.channel.setOption(StandardSocketOptions.SO_SNDBUF, sendBuffer);
		}
		this.key = loop.register(this.channel, this);
		if (this.channel.connect(server)) {
			opened();
		}
	}

	Loop loop() {
		return this.loop;
	}

	/** Why it ended, or {@code null} while it is open. */
	@Nullable String end() {
		return this.end;
	}

	/** Whether everything given to it has gone to the socket. */
	boolean isIdle() {
		return this.unsent == null;
	}

	void stopReading() {
		interest(operations() & ~SelectionKey.OP_READ);
	}

	void goOnReading() {
		interest(operations() | SelectionKey.OP_READ);
	}

	/** Writes bytes; if the socket is full, the rest waits. */
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
		int parsed = this.upgraded ? WebSocketFrames.parse(this.client, bytes, from, to, System.nanoTime()) : from;
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
		this.client.opened();
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
