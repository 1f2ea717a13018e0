package chat.bench.floor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** As much of RFC 6455 as the floor needs. */
final class WebSocket {

	private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final String KEY = "Sec-WebSocket-Key: ";

	private static final int LAST_TEXT = 0x81;

	private static final int LENGTH_16 = 126;

	private static final int LENGTH_64 = 127;

	private WebSocket() {
	}

	/** The answer to a request to upgrade. */
	static byte[] accept(String request) {
		int from = request.indexOf(KEY) + KEY.length();
		String key = request.substring(from, request.indexOf('\r', from));
		try {
			byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
			return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					+ "Sec-WebSocket-Protocol: v12.stomp\r\nSec-WebSocket-Accept: "
					+ Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-1", ex);
		}
	}

	/** A text message of a server's, up to 64 KiB. */
	static byte[] text(byte[] payload) {
		boolean small = payload.length < LENGTH_16;
		ByteBuffer frame = ByteBuffer.allocate((small ? 2 : 4) + payload.length).put((byte) LAST_TEXT);
		if (small) {
			frame.put((byte) payload.length);
		}
		else {
			frame.put((byte) LENGTH_16).putShort((short) payload.length);
		}
		return frame.put(payload).array();
	}

	/**
	 * Takes the payload of the next frame of a client's out of a buffer, or returns
	 * {@code null} and takes nothing if it is not yet whole.
	 */
	static byte @Nullable [] next(ByteBuffer in) {
		int start = in.position();
		if (in.remaining() < 2) {
			return null;
		}
		in.get();
		int length = in.get() & 0x7F;
		if (length == LENGTH_16) {
			length = (in.remaining() >= 2) ? in.getShort() & 0xFFFF : in.capacity();
		}
		else if (length == LENGTH_64) {
			length = (in.remaining() >= 8) ? (int) in.getLong() : in.capacity();
		}
		if (in.remaining() < 4 + length) {
			in.position(start);
			return null;
		}
		byte[] mask = new byte[4];
		in.get(mask);
		byte[] payload = new byte[length];
		in.get(payload);
		for (int at = 0; at < length; at++) {
			payload[at] ^= mask[at & 3];
		}
		return payload;
	}

}
