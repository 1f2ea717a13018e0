package chat.hubbub.transport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import chat.hubbub.words.Phrase;

/**
 * Decodes WebSocket frames from input that may be split at any byte (RFC 6455, 5). It
 * buffers at most the head of one frame and the payload of one control frame, and passes
 * on the payload of messages as it arrives. For one thread at a time.
 */
final class WebSocketDecoder {

	/**
	 * The maximum number of bytes of a message. It is well above the limit of STOMP
	 * frames, so that a too large frame gets an ERROR and not only a closed connection.
	 */
	static final long MAX_MESSAGE_BYTES = 1024 * 1024;

	private static final int MAX_HEAD_BYTES = 14;

	private static final int MASK_BYTES = 4;

	private static final int NO_STATUS = 1005;

	private final Receiver receiver;

	private final byte[] head = new byte[MAX_HEAD_BYTES];

	private int headLength;

	private int opcode;

	private boolean fin;

	private int mask;

	private long remaining;

	private boolean inPayload;

	/** The opcode of the incomplete message, or 0. */
	private int message;

	private long messageLength;

	private @Nullable Utf8Check check;

	private @Nullable ByteBuffer control;

	WebSocketDecoder(Receiver receiver) {
		this.receiver = receiver;
	}

	/** Receives the decoded input of a client. */
	interface Receiver {

		/**
		 * A part of a message.
		 * @param part the bytes; the buffer is reused after this returns
		 * @param binary whether the message is binary, otherwise it is UTF-8 text
		 * @param last whether this is the last part of the message
		 */
		void message(ByteBuffer part, boolean binary, boolean last);

		void ping(byte[] payload);

		/** A pong, which is only a sign of life. */
		void pong();

		/** The client closes, with its code or with 1005 if it sent none. */
		void close(int code);

	}

	/**
	 * Decodes more input.
	 * @param input bytes from the client; all are consumed and unmasked in place
	 * @throws WebSocketFault if they break a rule; the decoder cannot be used afterwards
	 */
	void receive(ByteBuffer input) {
		while (input.hasRemaining() || (this.inPayload && this.remaining == 0)) {
			if (this.inPayload) {
				readPayload(input);
			}
			else {
				readHead(input);
			}
		}
	}

	private void readHead(ByteBuffer input) {
		this.head[this.headLength++] = input.get();
		if (this.headLength < 2 || this.headLength < headBytes()) {
			return;
		}
		ByteBuffer whole = ByteBuffer.wrap(this.head, 0, this.headLength);
		this.fin = (this.head[0] & 0x80) != 0;
		this.opcode = this.head[0] & 0x0F;
		this.mask = whole.getInt(this.headLength - MASK_BYTES);
		this.remaining = length(whole);
		this.headLength = 0;
		this.inPayload = true;
		checkFrame();
	}

	private int headBytes() {
		if ((this.head[0] & 0x70) != 0) {
			throw WebSocketFault.protocol(Phrase.of("websocket.extension"));
		}
		if ((this.head[1] & 0x80) == 0) {
			throw WebSocketFault.protocol(Phrase.of("websocket.unmasked"));
		}
		return 2 + MASK_BYTES + switch (this.head[1] & 0x7F) {
			case 126 -> Short.BYTES;
			case 127 -> Long.BYTES;
			default -> 0;
		};
	}

	private long length(ByteBuffer whole) {
		return switch (this.head[1] & 0x7F) {
			case 126 -> Short.toUnsignedInt(whole.getShort(2));
			case 127 -> whole.getLong(2);
			default -> this.head[1] & 0x7F;
		};
	}

	private void checkFrame() {
		if (this.opcode >= WebSocketFraming.CLOSE) {
			checkControl();
			return;
		}
		boolean first = this.opcode != 0;
		if (this.opcode > WebSocketFraming.BINARY || first == (this.message != 0)) {
			throw WebSocketFault.protocol(Phrase.of("websocket.opcode"));
		}
		if (first) {
			this.message = this.opcode;
			this.messageLength = 0;
		}
		if (this.remaining < 0 || this.remaining > MAX_MESSAGE_BYTES - this.messageLength) {
			throw WebSocketFault.tooLarge(MAX_MESSAGE_BYTES);
		}
		this.messageLength += this.remaining;
	}

	private void checkControl() {
		if (this.opcode > WebSocketFraming.PONG || !this.fin || this.remaining < 0
				|| this.remaining > WebSocketFraming.MAX_CONTROL_BYTES) {
			throw WebSocketFault.protocol(Phrase.of("websocket.control"));
		}
		this.control = ByteBuffer.allocate((int) this.remaining);
	}

	private void readPayload(ByteBuffer input) {
		int count = (int) Math.min(input.remaining(), this.remaining);
		ByteBuffer part = input.slice(input.position(), count);
		input.position(input.position() + count);
		unmask(part);
		this.remaining -= count;
		boolean ended = this.remaining == 0;
		if (ended) {
			this.inPayload = false;
		}
		if (this.control != null) {
			this.control.put(part);
			if (ended) {
				obey(this.control.array());
			}
		}
		else {
			pass(part, ended && this.fin);
		}
	}

	/** Eight bytes at a time, as far as there are so many. */
	private void unmask(ByteBuffer part) {
		long wide = Integer.toUnsignedLong(this.mask) << Integer.SIZE | Integer.toUnsignedLong(this.mask);
		int at = 0;
		for (; at <= part.limit() - Long.BYTES; at += Long.BYTES) {
			part.putLong(at, part.getLong(at) ^ wide);
		}
		int mask = this.mask;
		for (; at < part.limit(); at++) {
			mask = Integer.rotateLeft(mask, Byte.SIZE);
			part.put(at, (byte) (part.get(at) ^ mask));
		}
		this.mask = mask;
	}

	private void pass(ByteBuffer part, boolean last) {
		boolean binary = this.message == WebSocketFraming.BINARY;
		if (!binary && !isText(part, last)) {
			throw WebSocketFault.notText();
		}
		if (last) {
			this.message = 0;
		}
		if (part.hasRemaining() || last) {
			this.receiver.message(part, binary, last);
		}
	}

	/** Runs the full UTF-8 check only from the first byte that is not ASCII. */
	private boolean isText(ByteBuffer part, boolean last) {
		if (this.check == null && isAscii(part)) {
			return true;
		}
		Utf8Check check = (this.check != null) ? this.check : new Utf8Check();
		this.check = last ? null : check;
		return check.accept(part, last);
	}

	private static boolean isAscii(ByteBuffer part) {
		for (int at = 0; at < part.limit(); at++) {
			if (part.get(at) < 0) {
				return false;
			}
		}
		return true;
	}

	private void obey(byte[] payload) {
		this.control = null;
		switch (this.opcode) {
			case WebSocketFraming.PING -> this.receiver.ping(payload);
			case WebSocketFraming.CLOSE -> this.receiver.close(closeCode(payload));
			default -> this.receiver.pong();
		}
	}

	private static int closeCode(byte[] payload) {
		if (payload.length == 0) {
			return NO_STATUS;
		}
		int code = (payload.length > 1) ? Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort()) : 0;
		if (!mayBeSent(code)) {
			throw WebSocketFault.protocol(Phrase.of("websocket.close"));
		}
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload, 2, payload.length - 2));
		}
		catch (CharacterCodingException ex) {
			throw WebSocketFault.notText();
		}
		return code;
	}

	/** Whether a close code may appear in a frame (RFC 6455, 7.4). */
	private static boolean mayBeSent(int code) {
		boolean defined = code >= 1000 && code <= 1014 && code != 1004 && code != NO_STATUS && code != 1006;
		return defined || (code >= 3000 && code < 5000);
	}

}
