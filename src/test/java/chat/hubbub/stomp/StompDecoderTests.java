package chat.hubbub.stomp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StompDecoderTests {

	private static final String STREAM = "\nCONNECT\naccept-version:1.2\nhost:a\\b\n\n\0\n\r\n"
			+ "SEND\r\ndestination:/app/chat\r\nnote:a\\cb\r\n\r\nTee für 👋\0\n"
			+ "SEND\ncontent-length:7\n\nno\0body\0" + "DISCONNECT\nreceipt:1\n\n\0\n\n";

	private final StompDecoder decoder = new StompDecoder();

	@Test
	void readsAFrame() {
		StompFrame frame = this.decoder.next(Bytes.utf8("SEND\ndestination:/app/chat\nreceipt:7\n\nHello\0"));
		assertThat(frame).isNotNull();
		assertThat(frame.command()).isEqualTo("SEND");
		assertThat(frame.headers()).containsExactly(java.util.Map.entry("destination", "/app/chat"),
				java.util.Map.entry("receipt", "7"));
		assertThat(frame.body()).asString(StandardCharsets.UTF_8).isEqualTo("Hello");
	}

	@Test
	void readsAFrameThatIsCutAtAnyByte() {
		List<String> whole = Bytes.texts(Bytes.decode(new StompDecoder(), STREAM));
		assertThat(whole).hasSize(4);
		byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= bytes.length; cut++) {
			StompDecoder fresh = new StompDecoder();
			List<StompFrame> frames = new ArrayList<>(Bytes.decode(fresh, ByteBuffer.wrap(bytes, 0, cut)));
			frames.addAll(Bytes.decode(fresh, ByteBuffer.wrap(bytes, cut, bytes.length - cut)));
			assertThat(Bytes.texts(frames)).as("cut at byte %d", cut).isEqualTo(whole);
		}
	}

	@Test
	void readsAFrameThatComesByteForByte() {
		List<StompFrame> frames = new ArrayList<>();
		for (byte next : STREAM.getBytes(StandardCharsets.UTF_8)) {
			frames.addAll(Bytes.decode(this.decoder, ByteBuffer.wrap(new byte[] { next })));
		}
		assertThat(Bytes.texts(frames)).isEqualTo(Bytes.texts(Bytes.decode(new StompDecoder(), STREAM)));
	}

	@Test
	void leavesTheNextFrameInTheBuffer() {
		ByteBuffer input = Bytes.utf8("SEND\n\na\0SEND\n\nb\0");
		assertThat(this.decoder.next(input)).isNotNull();
		assertThat(input.remaining()).isEqualTo(8);
		assertThat(Bytes.decode(this.decoder, input)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\n\n\n", "\r\n", "\n\r\n\n" })
	void takesEmptyLinesForHeartBeats(String beats) {
		assertThat(Bytes.decode(this.decoder, beats)).isEmpty();
		assertThat(this.decoder.isInsideFrame()).isFalse();
		assertThat(Bytes.decode(this.decoder, "SEND\n\n\0" + beats + "SEND\n\n\0")).hasSize(2);
	}

	@Test
	void countsNoHeartBeatTowardsABound() {
		assertThat(Bytes.decode(this.decoder, "\n".repeat(StompDecoder.MAX_HEAD_BYTES + 1) + "SEND\n\n\0")).hasSize(1);
		assertThat(Bytes.decode(this.decoder, "\r\n".repeat(StompDecoder.MAX_HEAD_BYTES + 1) + "SEND\n\n\0"))
			.hasSize(1);
	}

	@Test
	void readsACarriageReturnAtTheEndOfAChunk() {
		assertThat(Bytes.decode(this.decoder, "SEND\r")).isEmpty();
		assertThat(Bytes.decode(this.decoder, "\na:b\r")).isEmpty();
		assertThat(Bytes.decode(this.decoder, "\n\r")).isEmpty();
		List<StompFrame> frames = Bytes.decode(this.decoder, "\nbody\r\0");
		assertThat(Bytes.texts(frames)).containsExactly("SEND\na:b\n\nbody\r\0");
	}

	@Test
	void keepsTheFirstOfRepeatedHeaders() {
		assertThat(Bytes.decode(this.decoder, "SEND\nfoo:World\nfoo:Hello\n\n\0").get(0).header("foo"))
			.isEqualTo("World");
	}

	@Test
	void keepsBlanksAndColonsOfAValue() {
		assertThat(Bytes.decode(this.decoder, "SEND\nfoo: a:b \n\n\0").get(0).header("foo")).isEqualTo(" a:b ");
	}

	@Test
	void readsAHeaderWithoutAValue() {
		assertThat(Bytes.decode(this.decoder, "SEND\nfoo:\n\n\0").get(0).header("foo")).isEmpty();
	}

	@Test
	void resolvesEscapesInNamesAndValues() {
		StompFrame frame = Bytes.decode(this.decoder, "SEND\na\\cb:c\\nd\\re\\\\\n\n\0").get(0);
		assertThat(frame.header("a:b")).isEqualTo("c\nd\re\\");
	}

	@Test
	void resolvesNoEscapesInConnect() {
		StompFrame frame = Bytes.decode(this.decoder, "CONNECT\npasscode:a\\cb\\x\n\n\0").get(0);
		assertThat(frame.header("passcode")).isEqualTo("a\\cb\\x");
	}

	@Test
	void holdsNothingBetweenFrames() {
		Bytes.decode(this.decoder, "SEND\n\nbody");
		assertThat(this.decoder.isInsideFrame()).isTrue();
		Bytes.decode(this.decoder, "\0");
		assertThat(this.decoder.isInsideFrame()).isFalse();
	}

}
