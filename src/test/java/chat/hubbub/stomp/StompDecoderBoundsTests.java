package chat.hubbub.stomp;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Input that the decoder refuses: invalid bytes, and too many of them. */
class StompDecoderBoundsTests {

	private static final String MALFORMED = "frame.malformed";

	private static final String TOO_LARGE = "frame.too-large";

	private final StompDecoder decoder = new StompDecoder();

	@Test
	void takesABodyOfTheGreatestLength() {
		String body = "x".repeat(StompDecoder.MAX_BODY_BYTES);
		assertThat(Bytes.decode(this.decoder, "SEND\n\n" + body + "\0").get(0).body()).hasSize(body.length());
		assertThat(Bytes.decode(this.decoder, "SEND\ncontent-length:" + body.length() + "\n\n" + body + "\0")
			.get(0)
			.body()).hasSize(body.length());
	}

	@Test
	void refusesALongerBody() {
		refuses(TOO_LARGE, "SEND\n\n" + "x".repeat(StompDecoder.MAX_BODY_BYTES + 1));
	}

	@Test
	void refusesALongerBodyThatComesInPieces() {
		Bytes.decode(this.decoder, "SEND\n\n");
		assertThatExceptionOfType(FrameFault.class).isThrownBy(() -> {
			for (int piece = 0; piece <= StompDecoder.MAX_BODY_BYTES / 1024; piece++) {
				Bytes.decode(this.decoder, "x".repeat(1024));
			}
		});
	}

	@Test
	void refusesTheAnnouncementOfALongerBodyAtOnce() {
		refuses(TOO_LARGE, "SEND\ncontent-length:" + (StompDecoder.MAX_BODY_BYTES + 1) + "\n\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "6" })
	void refusesAContentLengthThatIsNotTheBodys(String length) {
		refuses(MALFORMED, "SEND\ncontent-length:" + length + "\n\nHello\0SEND\n\n\0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "five", "", "0x5", "5.0", "99999999999999999999", "+5" })
	void refusesAContentLengthThatIsNoNumber(String length) {
		refuses(MALFORMED, "SEND\ncontent-length:" + length + "\n\nHello\0");
	}

	@Test
	void takesAsManyHeadersAsTheBound() {
		assertThat(Bytes.decode(this.decoder, "SEND\n" + headers(StompDecoder.MAX_HEADERS) + "\n\0").get(0).headers())
			.hasSize(StompDecoder.MAX_HEADERS);
	}

	@ParameterizedTest
	@ValueSource(ints = { StompDecoder.MAX_HEADERS + 1, 100_000 })
	void refusesMoreHeaders(int count) {
		refuses(TOO_LARGE, "SEND\n" + headers(count) + "\n\0");
	}

	@Test
	void refusesOneHeader100000Times() {
		refuses(TOO_LARGE, "SEND\n" + "a:b\n".repeat(100_000) + "\n\0");
	}

	@Test
	void takesALineOfTheGreatestLength() {
		String value = "x".repeat(StompDecoder.MAX_LINE_BYTES - 2);
		assertThat(Bytes.decode(this.decoder, "SEND\na:" + value + "\n\n\0").get(0).header("a")).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SEND\n", "SEND\na:" })
	void refusesALineThatDoesNotEnd(String start) {
		refuses(TOO_LARGE, start + "x".repeat(StompDecoder.MAX_LINE_BYTES + 1));
	}

	@Test
	void refusesAHeadThatIsLongerThanItsLines() {
		String line = "x".repeat(StompDecoder.MAX_LINE_BYTES - 10);
		refuses(TOO_LARGE, "SEND\na:" + line + "\nb:" + line + "\nc:" + line + "\n\n\0");
	}

	@Test
	void countsTheHeadOfEachFrameAnew() {
		String frame = "SEND\na:" + "x".repeat(StompDecoder.MAX_LINE_BYTES - 2) + "\n\n\0";
		assertThat(Bytes.decode(this.decoder, frame.repeat(5))).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SEND\nno colon\n\n\0", "SEND\n:no name\n\n\0", "SEND\0", "SEND\na:b\0", "\0",
			"SEND\na:\\t\n\n\0", "SEND\na:b\\\n\n\0" })
	void refusesWhatIsNoFrame(String text) {
		refuses(MALFORMED, text);
	}

	@Test
	void refusesAHeadThatIsNotUtf8() {
		byte[] bytes = { 'S', 'E', 'N', 'D', '\n', 'a', ':', (byte) 0xC3, '(', '\n', '\n', 0 };
		assertThatExceptionOfType(FrameFault.class).isThrownBy(() -> Bytes.decode(this.decoder, ByteBuffer.wrap(bytes)))
			.withMessageContaining("UTF-8");
	}

	@Test
	@Timeout(60)
	void doesNothingButFramesAndFaultsWithGarbage() {
		Random random = new Random(61613);
		int frames = 0;
		int faults = 0;
		for (int round = 0; round < 20_000; round++) {
			try {
				frames += Bytes.decode(new StompDecoder(), garbage(random)).size();
			}
			catch (FrameFault fault) {
				faults++;
			}
		}
		assertThat(frames).isPositive();
		assertThat(faults).isPositive();
	}

	/** Bytes of which most mean something to a decoder. */
	private static ByteBuffer garbage(Random random) {
		String telling = "\0\n\r:\\acnrSEND\ncontent-length:1\n\n";
		byte[] bytes = new byte[random.nextInt(200)];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (random.nextInt(8) == 0) ? (byte) random.nextInt()
					: (byte) telling.charAt(random.nextInt(telling.length()));
		}
		return ByteBuffer.wrap(bytes);
	}

	private static String headers(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "h" + number + ":v\n").collect(Collectors.joining());
	}

	private void refuses(String code, String text) {
		assertThatExceptionOfType(FrameFault.class).isThrownBy(() -> Bytes.decode(this.decoder, text))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo(code));
	}

}
