package chat.hubbub.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static chat.hubbub.transport.ClientFrames.BINARY;
import static chat.hubbub.transport.ClientFrames.CLOSE;
import static chat.hubbub.transport.ClientFrames.CONTINUATION;
import static chat.hubbub.transport.ClientFrames.FIN;
import static chat.hubbub.transport.ClientFrames.PING;
import static chat.hubbub.transport.ClientFrames.PONG;
import static chat.hubbub.transport.ClientFrames.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebSocketDecoderTests {

	private static final byte[] NOTHING = {};

	private final Listener heard = new Listener();

	private final WebSocketDecoder decoder = new WebSocketDecoder(this.heard);

	@Test
	void readsTextAndBinary() {
		receive(ClientFrames.text("Grüße"), ClientFrames.frame(FIN | BINARY, new byte[] { 1, -1, 0 }),
				ClientFrames.text(""));
		assertThat(this.heard.messages).containsExactly("text Grüße", "binary [1, -1, 0]", "text ");
	}

	@ParameterizedTest
	@ValueSource(ints = { 125, 126, 65_535, 65_536, 1024 * 1024 })
	void readsEachKindOfLength(int length) {
		receive(ClientFrames.text("x".repeat(length)));
		assertThat(this.heard.messages).containsExactly("text " + "x".repeat(length));
	}

	@Test
	void readsFramesHoweverTheyAreCut() {
		byte[] bytes = ClientFrames.join(ClientFrames.text("Grüße 👋"),
				ClientFrames.frame(FIN | PING, new byte[] { 7 }), ClientFrames.text("x".repeat(200)),
				ClientFrames.close(1000, "bye"));
		for (int cut = 1; cut < bytes.length; cut++) {
			Listener listener = new Listener();
			WebSocketDecoder fresh = new WebSocketDecoder(listener);
			fresh.receive(ByteBuffer.wrap(Arrays.copyOf(bytes, cut)));
			fresh.receive(ByteBuffer.wrap(Arrays.copyOfRange(bytes, cut, bytes.length)));
			assertThat(listener.messages).as("cut at %d", cut)
				.containsExactly("text Grüße 👋", "ping [7]", "text " + "x".repeat(200), "close 1000");
		}
	}

	@Test
	void readsByteByByte() {
		for (byte each : ClientFrames.join(ClientFrames.text("👋 ü"), ClientFrames.text("more"))) {
			this.decoder.receive(ByteBuffer.wrap(new byte[] { each }));
		}
		assertThat(this.heard.messages).containsExactly("text 👋 ü", "text more");
	}

	@Test
	void joinsFragmentsAndLetsControlFramesBetweenThem() {
		byte[] text = "Grüße".getBytes(StandardCharsets.UTF_8);
		receive(ClientFrames.frame(TEXT, Arrays.copyOf(text, 3)), ClientFrames.frame(FIN | PING, NOTHING),
				ClientFrames.frame(CONTINUATION, NOTHING), ClientFrames.frame(FIN | PONG, new byte[] { 1 }),
				ClientFrames.frame(FIN | CONTINUATION, Arrays.copyOfRange(text, 3, text.length)));
		assertThat(this.heard.messages).containsExactly("ping []", "pong", "text Grüße");
	}

	@Test
	void takesACloseWithoutACode() {
		receive(ClientFrames.frame(FIN | CLOSE, NOTHING));
		assertThat(this.heard.messages).containsExactly("close 1005");
	}

	static Stream<Arguments> faults() {
		byte[] broken = { 'a', (byte) 0xC3, '(' };
		byte[] half = { 'a', (byte) 0xC3 };
		return Stream.of(Arguments.of("no mask", 1002, ClientFrames.unmasked("x")),
				Arguments.of("an extension's bit", 1002, ClientFrames.frame(FIN | 0x40 | TEXT, NOTHING)),
				Arguments.of("an unknown kind", 1002, ClientFrames.frame(FIN | 0x3, NOTHING)),
				Arguments.of("an unknown control frame", 1002, ClientFrames.frame(FIN | 0xB, NOTHING)),
				Arguments.of("a continuation of nothing", 1002, ClientFrames.frame(FIN | CONTINUATION, NOTHING)),
				Arguments.of("a message within a message", 1002,
						ClientFrames.join(ClientFrames.frame(TEXT, NOTHING), ClientFrames.text("x"))),
				Arguments.of("a ping in fragments", 1002, ClientFrames.frame(PING, NOTHING)),
				Arguments.of("a long ping", 1002, ClientFrames.frame(FIN | PING, new byte[126])),
				Arguments.of("half a close code", 1002, ClientFrames.frame(FIN | CLOSE, new byte[1])),
				Arguments.of("a reserved close code", 1002, ClientFrames.close(1005, "")),
				Arguments.of("a close code of nobody", 1002, ClientFrames.close(2999, "")),
				Arguments.of("a text that is not UTF-8", 1007, ClientFrames.frame(FIN | TEXT, broken)),
				Arguments.of("a text that ends within a character", 1007, ClientFrames.frame(FIN | TEXT, half)),
				Arguments.of("fragments that are not UTF-8", 1007,
						ClientFrames.join(ClientFrames.frame(TEXT, half),
								ClientFrames.frame(FIN | CONTINUATION, new byte[] { 'b' }))),
				Arguments.of("a close's reason that is not UTF-8", 1007,
						ClientFrames.frame(FIN | CLOSE, new byte[] { 3, (byte) 0xE8, (byte) 0xC3, '(' })),
				Arguments.of("a frame over the limit", 1009, ClientFrames.head(FIN | TEXT, 1024 * 1024 + 1)),
				Arguments.of("a length beyond all bounds", 1009, ClientFrames.head(FIN | TEXT, Long.MAX_VALUE)),
				Arguments.of("a negative length", 1009, ClientFrames.head(FIN | TEXT, Long.MIN_VALUE)),
				Arguments.of("fragments over the limit", 1009, ClientFrames.join(
						ClientFrames.frame(BINARY, new byte[1024 * 1024]), ClientFrames.head(FIN | CONTINUATION, 1))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void refuses(String fault, int code, byte[] bytes) {
		assertThatExceptionOfType(WebSocketFault.class).isThrownBy(() -> receive(bytes))
			.satisfies((thrown) -> assertThat(thrown.code()).as(fault).isEqualTo(code));
	}

	private void receive(byte[]... frames) {
		this.decoder.receive(ByteBuffer.wrap(ClientFrames.join(frames)));
	}

	/** Records all calls. */
	private static final class Listener implements WebSocketDecoder.Receiver {

		private final List<String> messages = new ArrayList<>();

		private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

		@Override
		public void message(ByteBuffer part, boolean binary, boolean last) {
			byte[] bytes = new byte[part.remaining()];
			part.get(bytes);
			this.parts.writeBytes(bytes);
			if (last) {
				byte[] whole = this.parts.toByteArray();
				this.messages.add(binary ? "binary " + Arrays.toString(whole)
						: "text " + new String(whole, StandardCharsets.UTF_8));
				this.parts.reset();
			}
		}

		@Override
		public void ping(byte[] payload) {
			this.messages.add("ping " + Arrays.toString(payload));
		}

		@Override
		public void pong() {
			this.messages.add("pong");
		}

		@Override
		public void close(int code) {
			this.messages.add("close " + code);
		}

	}

}
