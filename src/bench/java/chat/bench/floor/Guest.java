package chat.bench.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** A connection of the floor's. */
final class Guest {

	// The floor has one thread.
	private static final ByteBuffer IN = ByteBuffer.allocate(256 * 1024);

	private static final int MOST_UNSENT = 1024 * 1024;

	private static final byte[] NOTHING = {};

	private final Floor floor;

	private final SocketChannel channel;

	private final SelectionKey key;

	private byte[] rest = NOTHING;

	private final ArrayDeque<ByteBuffer> unsent = new ArrayDeque<>();

	private int unsentBytes;

	private @Nullable Room room;

	private boolean upgraded;

	Guest(Floor floor, SocketChannel channel, SelectionKey key) {
		this.floor = floor;
		this.channel = channel;
		this.key = key;
	}

	void ready() throws IOException {
		if (this.key.isWritable()) {
			flush();
		}
		if (this.key.isReadable()) {
			read();
		}
	}

	/** Writes bytes; returns whether the connection is still good. */
	boolean write(ByteBuffer bytes) {
		try {
			if (this.unsent.isEmpty()) {
				this.channel.write(bytes);
			}
			if (bytes.hasRemaining()) {
				this.unsent.add(bytes);
				this.unsentBytes += bytes.remaining();
				this.key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
			}
			return this.unsentBytes < MOST_UNSENT;
		}
		catch (IOException ex) {
			return false;
		}
	}

	void leave() {
		if (this.room != null) {
			this.room.leave(this);
		}
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A socket cannot be closed", ex);
		}
	}

	private void flush() throws IOException {
		this.unsentBytes -= (int) this.channel.write(this.unsent.toArray(ByteBuffer[]::new));
		this.unsent.removeIf((bytes) -> !bytes.hasRemaining());
		if (this.unsent.isEmpty()) {
			this.key.interestOps(SelectionKey.OP_READ);
		}
	}

	private void read() throws IOException {
		IN.clear().put(this.rest);
		if (this.channel.read(IN) < 0) {
			throw new IOException("The client is gone");
		}
		IN.flip();
		if (!this.upgraded) {
			upgrade();
		}
		else {
			byte[] message = WebSocket.next(IN);
			while (message != null) {
				handle(message);
				message = WebSocket.next(IN);
			}
		}
		this.rest = IN.hasRemaining() ? Arrays.copyOfRange(IN.array(), IN.position(), IN.limit()) : NOTHING;
	}

	private void upgrade() {
		String request = StandardCharsets.US_ASCII.decode(IN.duplicate()).toString();
		if (request.endsWith("\r\n\r\n")) {
			IN.position(IN.limit());
			this.upgraded = true;
			write(ByteBuffer.wrap(WebSocket.accept(request)));
		}
	}

	/** Each WebSocket message of our generator holds one STOMP frame. */
	private void handle(byte[] frame) {
		switch (frame[1]) {
			case 'O' -> answer("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\0");
			case 'U' -> {
				this.room = this.floor.room(header(frame, "\ndestination:"));
				this.room.enter(this);
			}
			case 'E' -> send(frame);
			default -> {
			}
		}
	}

	private void send(byte[] frame) {
		String text = new String(frame, StandardCharsets.ISO_8859_1);
		int body = text.indexOf("\n\n") + 2;
		String destination = header(frame, "\ndestination:").replace("/app/", "/topic/");
		this.floor.room(destination).say(Arrays.copyOfRange(frame, body, frame.length - 1));
		if (text.lastIndexOf("\nreceipt:", body) >= 0) {
			answer("RECEIPT\nreceipt-id:" + header(frame, "\nreceipt:") + "\n\n\0");
		}
	}

	private void answer(String frame) {
		write(ByteBuffer.wrap(WebSocket.text(frame.getBytes(StandardCharsets.ISO_8859_1))));
	}

	private static String header(byte[] frame, String name) {
		String text = new String(frame, StandardCharsets.ISO_8859_1);
		int from = text.indexOf(name) + name.length();
		return text.substring(from, text.indexOf('\n', from));
	}

}
