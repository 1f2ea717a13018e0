package chat.hubbub.stomp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes of a wire, for the tests of decoders. */
public final class Bytes {

	private Bytes() {
	}

	public static ByteBuffer utf8(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	/** All frames of a text that comes in one piece. */
	public static List<StompFrame> decode(StompDecoder decoder, String text) {
		return decode(decoder, utf8(text));
	}

	public static List<StompFrame> decode(StompDecoder decoder, ByteBuffer input) {
		List<StompFrame> frames = new ArrayList<>();
		StompFrame frame = decoder.next(input);
		while (frame != null) {
			frames.add(frame);
			frame = decoder.next(input);
		}
		return frames;
	}

	/** Frames as texts, which can be compared. */
	public static List<String> texts(List<StompFrame> frames) {
		return frames.stream().map((frame) -> text(frame.encode(StompVersion.V1_0))).toList();
	}

	static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
