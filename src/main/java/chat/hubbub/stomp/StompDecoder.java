package chat.hubbub.stomp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.words.Phrase;

/**
 * Decodes the frames of one connection from input that may be split at any byte. It
 * buffers at most one frame, within its limits. For one thread at a time.
 */
public final class StompDecoder {

	/** The maximum number of headers of a frame. */
	static final int MAX_HEADERS = 64;

	/** The maximum number of bytes of a command or a header line. */
	static final int MAX_LINE_BYTES = 8 * 1024;

	/** The maximum number of bytes of a command and all header lines. */
	static final int MAX_HEAD_BYTES = 16 * 1024;

	/** The maximum number of bytes of a body. */
	static final int MAX_BODY_BYTES = 256 * 1024;

	private static final int START_BYTES = 256;

	private static final byte[] EMPTY = new byte[0];

	private StompVersion version = StompVersion.V1_2;

	private byte[] bytes = EMPTY;

	private int length;

	private int headBytes;

	private @Nullable String command;

	private Map<String, String> headers = Map.of();

	/** The length of the body, or -1 if a NUL ends it. */
	private int bodyLength;

	private boolean inBody;

	/** Uses the escapes of this version from now on. */
	public void speak(StompVersion version) {
		this.version = version;
	}

	/** Whether there is an incomplete frame. */
	boolean isInsideFrame() {
		return this.command != null || this.length > 0;
	}

	/** The approximate bytes of the incomplete frame. */
	public int held() {
		return this.bytes.length + StompFrame.HEADER_BYTES * this.headers.size()
				+ StompFrame.BYTES_PER_CHARACTER * this.headBytes;
	}

	/**
	 * Decodes input up to the end of the next frame.
	 * @param input bytes from the client; consumed up to the end of the frame, or
	 * completely
	 * @return the frame, or {@code null} if it needs more bytes
	 * @throws FrameFault if the bytes break a rule or a limit; the decoder cannot be used
	 * afterwards
	 */
	public @Nullable StompFrame next(ByteBuffer input) {
		while (input.hasRemaining()) {
			StompFrame frame = this.inBody ? readBody(input) : readLine(input);
			if (frame != null) {
				return frame;
			}
		}
		return null;
	}

	private @Nullable StompFrame readLine(ByteBuffer input) {
		while (input.hasRemaining()) {
			byte next = input.get();
			if (next == '\n') {
				endLine(line());
				return null;
			}
			if (next == 0) {
				throw FrameFault.malformed(Phrase.of("frame.blank-line"));
			}
			if (this.length == MAX_LINE_BYTES || ++this.headBytes > MAX_HEAD_BYTES) {
				throw FrameFault
					.tooLarge(Phrase.of("frame.head").with("bytes", MAX_HEAD_BYTES).with("line", MAX_LINE_BYTES));
			}
			append(next);
		}
		return null;
	}

	private String line() {
		// A line may end in CR LF (STOMP 1.2, Augmented BNF).
		int end = (this.length > 0 && this.bytes[this.length - 1] == '\r') ? this.length - 1 : this.length;
		try {
			String line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.bytes, 0, end)).toString();
			this.length = 0;
			return line;
		}
		catch (CharacterCodingException ex) {
			throw FrameFault.malformed(Phrase.of("frame.not-text"));
		}
	}

	private void endLine(String line) {
		if (this.command == null) {
			// An empty line between frames is a heart-beat.
			begin(line);
		}
		else if (line.isEmpty()) {
			this.bodyLength = contentLength();
			this.inBody = true;
		}
		else {
			addHeader(line);
		}
	}

	private void begin(String line) {
		if (line.isEmpty()) {
			this.headBytes = 0;
			return;
		}
		this.command = line;
		this.headers = new LinkedHashMap<>();
	}

	private void addHeader(String line) {
		int colon = line.indexOf(':');
		if (colon <= 0) {
			throw FrameFault.malformed(Phrase.of("frame.header-line"));
		}
		if (this.headers.size() == MAX_HEADERS) {
			throw FrameFault.tooLarge(Phrase.of("frame.headers").with("max", MAX_HEADERS));
		}
		StompVersion escapes = isConnect() ? StompVersion.V1_0 : this.version;
		this.headers.putIfAbsent(escapes.unescape(line.substring(0, colon)),
				escapes.unescape(line.substring(colon + 1)));
	}

	private boolean isConnect() {
		return "CONNECT".equals(this.command) || "STOMP".equals(this.command);
	}

	private int contentLength() {
		String value = this.headers.get("content-length");
		if (value == null) {
			return -1;
		}
		try {
			long number = value.startsWith("+") ? -1 : Long.parseLong(value.strip());
			if (number > MAX_BODY_BYTES) {
				throw FrameFault.largeBody();
			}
			if (number >= 0) {
				return (int) number;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, like a negative number.
		}
		throw FrameFault.contentLength();
	}

	private @Nullable StompFrame readBody(ByteBuffer input) {
		if (this.bodyLength < 0) {
			return readToNul(input);
		}
		int count = Math.min(input.remaining(), this.bodyLength - this.length);
		append(input, count);
		if (this.length < this.bodyLength || !input.hasRemaining()) {
			return null;
		}
		if (input.get() != 0) {
			throw FrameFault.contentLength();
		}
		return end();
	}

	private @Nullable StompFrame readToNul(ByteBuffer input) {
		int end = input.position();
		while (end < input.limit() && input.get(end) != 0) {
			end++;
		}
		append(input, end - input.position());
		if (!input.hasRemaining()) {
			return null;
		}
		input.get();
		return end();
	}

	private StompFrame end() {
		byte[] body = (this.length > 0) ? Arrays.copyOf(this.bytes, this.length) : EMPTY;
		StompFrame frame = new StompFrame(String.valueOf(this.command), this.headers, body);
		this.command = null;
		this.headers = Map.of();
		this.headBytes = 0;
		this.length = 0;
		this.inBody = false;
		// An idle connection keeps no buffer between frames.
		this.bytes = EMPTY;
		return frame;
	}

	private void append(byte next) {
		ensure(1);
		this.bytes[this.length++] = next;
	}

	private void append(ByteBuffer input, int count) {
		if (this.length + count > MAX_BODY_BYTES) {
			throw FrameFault.largeBody();
		}
		ensure(count);
		input.get(this.bytes, this.length, count);
		this.length += count;
	}

	private void ensure(int count) {
		if (this.length + count > this.bytes.length) {
			int wanted = Math.max(START_BYTES, Integer.highestOneBit(this.length + count) * 2);
			this.bytes = Arrays.copyOf(this.bytes, Math.min(MAX_BODY_BYTES, wanted));
		}
	}

}
