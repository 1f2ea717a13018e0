package chat.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * WebSocket frames (RFC 6455), and the STOMP frames in them. A message may hold several
 * STOMP frames; each of our servers puts whole ones into it.
 */
final class WebSocketFrames {

	private static final int OPCODE = 0x0F;

	private static final int CLOSE = 8;

	private static final int PING = 9;

	private static final int PONG = 10;

	private static final int LAST_TEXT = 0x81;

	private static final int LAST_PONG = 0x8A;

	private static final int MASKED = 0x80;

	private static final int LENGTH_16 = 126;

	private static final int LENGTH_64 = 127;

	private static final int MASK_BYTES = 4;

	private static final byte[] RECEIPT_ID = Bytes.ascii("\nreceipt-id:");

	private WebSocketFrames() {
	}

	/** A client's text message. Its mask is 0, which changes nothing. */
	static byte[] text(byte[] payload) {
		return frame(LAST_TEXT, payload);
	}

	static byte[] pong(byte[] payload) {
		return frame(LAST_PONG, payload);
	}

	/** How long the head of a client's frame is. */
	static int headLength(int payload) {
		return 2 + ((payload < LENGTH_16) ? 0 : 2) + MASK_BYTES;
	}

	/** Puts bytes behind those that wait already. */
	static ByteBuffer append(@Nullable ByteBuffer waiting, ByteBuffer bytes) {
		int length = (waiting != null) ? waiting.remaining() : 0;
		ByteBuffer all = ByteBuffer.allocate(length + bytes.remaining());
		if (waiting != null) {
			all.put(waiting);
		}
		return all.put(bytes).flip();
	}

	/** Reads all whole frames and returns where the rest begins. */
	static int parse(Client client, byte[] bytes, int from, int to, long now) {
		int at = from;
		while (to - at >= 2) {
			int length = bytes[at + 1] & 0x7F;
			int head = 2;
			if (length == LENGTH_16) {
				head = 4;
				length = (to - at >= head) ? ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF) : to;
			}
			else if (length == LENGTH_64) {
				head = 10;
				length = (to - at >= head) ? (int) ByteBuffer.wrap(bytes).getLong(at + 2) : to;
			}
			if (to - at < head + length) {
				return at;
			}
			handle(client, bytes[at] & OPCODE, bytes, at + head, at + head + length, now);
			at += head + length;
		}
		return at;
	}

	private static void handle(Client client, int opcode, byte[] bytes, int from, int to, long now) {
		switch (opcode) {
			case CLOSE -> client.end("the server closed the WebSocket");
			case PING -> client.pong(Arrays.copyOfRange(bytes, from, to));
			case PONG -> {
			}
			default -> stomp(client, bytes, from, to, now);
		}
	}

	private static void stomp(Client client, byte[] bytes, int from, int to, long now) {
		int at = from;
		while (at < to) {
			if (bytes[at] == '\n') {
				at++;
				continue;
			}
			int content = at;
			if (bytes[at] == 'M') {
				int stamp = Stamp.find(bytes, at, to);
				if (stamp >= 0) {
					client.message(bytes, at, stamp, now);
					content = stamp;
				}
			}
			int end = Bytes.indexOf(bytes, content, to, (byte) 0);
			if (end < 0) {
				client.end("half a STOMP frame in a WebSocket message");
				return;
			}
			if (content == at) {
				other(client, bytes, at, end);
			}
			at = end + 1;
		}
	}

	private static void other(Client client, byte[] bytes, int from, int to) {
		switch (bytes[from]) {
			case 'C' -> client.connected();
			case 'R' -> {
				int at = Bytes.indexOf(bytes, from, to, RECEIPT_ID) + RECEIPT_ID.length;
				client.receipt(Bytes.digits(bytes, at, Bytes.indexOf(bytes, at, to, (byte) '\n') - at));
			}
			case 'E' -> client.end(new String(bytes, from, to - from, StandardCharsets.UTF_8).replace('\n', ' '));
			default -> {
			}
		}
	}

	private static byte[] frame(int head, byte[] payload) {
		ByteBuffer frame = ByteBuffer.allocate(headLength(payload.length) + payload.length);
		frame.put((byte) head);
		if (payload.length < LENGTH_16) {
			frame.put((byte) (MASKED | payload.length));
		}
		else {
			frame.put((byte) (MASKED | LENGTH_16)).putShort((short) payload.length);
		}
		return frame.putInt(0).put(payload).array();
	}

}
