package chat.hubbub.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import chat.hubbub.broker.wire.Framing;

/**
 * WebSocket frames as a server sends them: a message is one unmasked frame (RFC 6455,
 * 5.2).
 */
final class WebSocketFraming implements Framing {

	/** One instance for all connections. */
	static final WebSocketFraming INSTANCE = new WebSocketFraming();

	static final int TEXT = 0x1;

	static final int BINARY = 0x2;

	static final int CLOSE = 0x8;

	static final int PING = 0x9;

	static final int PONG = 0xA;

	/** The maximum number of bytes in a control frame. */
	static final int MAX_CONTROL_BYTES = 125;

	private static final int FIN = 0x80;

	private static final int LENGTH_16 = 126;

	private static final int LENGTH_64 = 127;

	private static final int MAX_LENGTH_16 = 0xFFFF;

	private WebSocketFraming() {
	}

	@Override
	public boolean marksMessages() {
		return true;
	}

	@Override
	public int joinedBytes() {
		return JOINED_STREAM_BYTES;
	}

	@Override
	public byte[] header(int length, boolean binary) {
		byte start = (byte) (FIN | (binary ? BINARY : TEXT));
		if (length <= MAX_CONTROL_BYTES) {
			return new byte[] { start, (byte) length };
		}
		if (length <= MAX_LENGTH_16) {
			return new byte[] { start, LENGTH_16, (byte) (length >> Byte.SIZE), (byte) length };
		}
		return ByteBuffer.allocate(2 + Long.BYTES).put(start).put((byte) LENGTH_64).putLong(length).array();
	}

	static byte[] ping() {
		return control(PING, new byte[0]);
	}

	static byte[] pong(byte[] payload) {
		return control(PONG, payload);
	}

	/** A Close frame (RFC 6455, 5.5.1). */
	static byte[] close(int code, String reason) {
		byte[] text = reason.getBytes(StandardCharsets.UTF_8);
		return control(CLOSE, ByteBuffer.allocate(Short.BYTES + text.length).putShort((short) code).put(text).array());
	}

	private static byte[] control(int opcode, byte[] payload) {
		return ByteBuffer.allocate(2 + payload.length)
			.put((byte) (FIN | opcode))
			.put((byte) payload.length)
			.put(payload)
			.array();
	}

}
