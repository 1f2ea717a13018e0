package chat.hubbub.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** WebSocket frames as clients send them, right and wrong (RFC 6455, 5.2). */
final class ClientFrames {

	static final int FIN = 0x80;

	static final int CONTINUATION = 0x0;

	static final int TEXT = 0x1;

	static final int BINARY = 0x2;

	static final int CLOSE = 0x8;

	static final int PING = 0x9;

	static final int PONG = 0xA;

	private static final byte[] MASK = { 0x37, (byte) 0xFA, 0x21, 0x3D };

	private ClientFrames() {
	}

	static byte[] text(String text) {
		return frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] close(int code, String reason) {
		byte[] text = reason.getBytes(StandardCharsets.UTF_8);
		return frame(FIN | CLOSE, ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
	}

	static byte[] frame(int start, byte[] payload) {
		ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put(head(start, payload.length));
		for (int at = 0; at < payload.length; at++) {
			frame.put((byte) (payload[at] ^ MASK[at % MASK.length]));
		}
		byte[] bytes = new byte[frame.flip().remaining()];
		frame.get(bytes);
		return bytes;
	}

	/** The head of a frame that says it has so many bytes. */
	static byte[] head(int start, long length) {
		ByteBuffer head = ByteBuffer.allocate(14).put((byte) start);
		if (length >= 0 && length < 126) {
			head.put((byte) (0x80 | length));
		}
		else if (length >= 0 && length <= 0xFFFF) {
			head.put((byte) (0x80 | 126)).putShort((short) length);
		}
		else {
			head.put((byte) (0x80 | 127)).putLong(length);
		}
		byte[] bytes = new byte[head.put(MASK).flip().remaining()];
		head.get(bytes);
		return bytes;
	}

	static byte[] unmasked(String text) {
		byte[] payload = text.getBytes(StandardCharsets.UTF_8);
		return join(new byte[] { (byte) (FIN | TEXT), (byte) payload.length }, payload);
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			whole.writeBytes(part);
		}
		return whole.toByteArray();
	}

}
