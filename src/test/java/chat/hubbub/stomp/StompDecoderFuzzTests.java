package chat.hubbub.stomp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The decoder turns any bytes into frames or refuses them with a {@link FrameFault}. It
 * never holds more than its bounds, and the places where the input is split make no
 * difference. The first byte of an input chooses the version and the split.
 */
class StompDecoderFuzzTests {

	/** All that may be between two ends of a frame, with its line feeds and its NUL. */
	private static final int MOST_HELD = StompDecoder.MAX_HEAD_BYTES + StompDecoder.MAX_HEADERS + 2
			+ StompDecoder.MAX_BODY_BYTES + 1;

	private static final List<String> COMMANDS = List.of("CONNECT", "STOMP", "SEND", "SUBSCRIBE", "UNSUBSCRIBE", "ACK",
			"NACK", "BEGIN", "COMMIT", "ABORT", "DISCONNECT");

	@FuzzTest(maxDuration = "30s")
	void readsOrRefusesAndMindsNoCut(byte[] input) {
		StompVersion version = version(input);
		byte[] stream = stream(input);
		Outcome whole = decode(stream, version, Math.max(1, stream.length));
		assertThat(decode(stream, version, 1 + (input.length > 0 ? input[0] & 0xff : 0) / 3)).isEqualTo(whole);
		assertThat(decode(stream, version, 1)).isEqualTo(whole);
	}

	/** A frame of a client's that is written again and read again is the same. */
	@FuzzTest(maxDuration = "20s")
	void readsWhatItReadOnceItIsWrittenAgain(byte[] input) {
		StompVersion version = version(input);
		for (StompFrame frame : decode(stream(input), version, Integer.MAX_VALUE).frames()) {
			if (COMMANDS.contains(frame.command())) {
				byte[] written = frame.encode(escapes(frame, version));
				Outcome again = decode(written, version, Integer.MAX_VALUE);
				if (again.fault().isEmpty()) {
					assertThat(again.frames()).hasSize(1);
					assertThat(again.frames().get(0).encode(escapes(frame, version))).isEqualTo(written);
				}
				else {
					// Escapes make a head longer than it was.
					assertThat(again.fault()).isEqualTo("frame.too-large");
				}
			}
		}
	}

	/** An endless frame is refused, however often it comes. */
	@FuzzTest(maxDuration = "20s")
	void boundsWhatItHolds(byte[] input) {
		byte[] stream = stream(input);
		StompDecoder decoder = new StompDecoder();
		decoder.speak(version(input));
		int held = 0;
		try {
			for (int sent = 0; stream.length > 0 && sent <= MOST_HELD; sent += stream.length) {
				for (byte next : stream) {
					decoder.next(ByteBuffer.wrap(new byte[] { next }));
					held = decoder.isInsideFrame() ? held + 1 : 0;
					assertThat(held).isLessThanOrEqualTo(MOST_HELD);
				}
			}
		}
		catch (FrameFault fault) {
			assertThat(fault.code()).startsWith("frame.");
		}
	}

	private static StompVersion version(byte[] input) {
		return StompVersion.values()[(input.length > 0) ? (input[0] & 0xff) % 3 : 0];
	}

	private static byte[] stream(byte[] input) {
		return (input.length > 0) ? Arrays.copyOfRange(input, 1, input.length) : input;
	}

	/** Neither CONNECT nor STOMP has escapes (STOMP 1.2, Value Encoding). */
	private static StompVersion escapes(StompFrame frame, StompVersion version) {
		return (COMMANDS.indexOf(frame.command()) < 2) ? StompVersion.V1_0 : version;
	}

	private static Outcome decode(byte[] stream, StompVersion version, int step) {
		StompDecoder decoder = new StompDecoder();
		decoder.speak(version);
		List<StompFrame> frames = new ArrayList<>();
		try {
			for (int at = 0; at < stream.length; at += Math.min(step, stream.length - at)) {
				ByteBuffer piece = ByteBuffer.wrap(stream, at, Math.min(step, stream.length - at));
				StompFrame frame = decoder.next(piece);
				while (frame != null) {
					frames.add(frame);
					frame = decoder.next(piece);
				}
			}
			return new Outcome(frames, "");
		}
		catch (FrameFault fault) {
			return new Outcome(frames, fault.code());
		}
	}

	/** The frames that came, and the code of the fault that ended them, or "". */
	private record Outcome(List<StompFrame> frames, String fault) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Outcome outcome && this.fault.equals(outcome.fault)
					&& Bytes.texts(this.frames).equals(Bytes.texts(outcome.frames));
		}

		@Override
		public int hashCode() {
			return this.fault.hashCode();
		}

	}

}
