package chat.hubbub.broker.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import chat.hubbub.stomp.StompVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EncodedMessagesTests {

	@Test
	void areTheSameOnAnotherNode() {
		EncodedMessage event = EncodedMessage.event("/topic/chat.tea", 7, bytes("{\"text\":\"ü\"}"), "ü");
		EncodedMessage escaped = EncodedMessage.message("/topic/dice", "/topic/dice", Map.of("a", "b:c\n"), null,
				new byte[] { 0, -1 });
		List<EncodedMessage> read = EncodedMessages.read(EncodedMessages.write(List.of(event, escaped)));
		assertThat(read).hasSize(2);
		assertSame(read.get(0), event);
		assertSame(read.get(1), escaped);
	}

	@Test
	void areIgnoredInAFormatOfAnotherVersion() {
		byte[] bytes = EncodedMessages.write(List.of(EncodedMessage.event("/topic/chat", 1, bytes("{}"), "")));
		bytes[0]++;
		assertThat(EncodedMessages.read(bytes)).isEmpty();
	}

	private static void assertSame(EncodedMessage read, EncodedMessage written) {
		assertThat(read.destination()).isEqualTo(written.destination());
		assertThat(read.seq()).isEqualTo(written.seq());
		assertThat(read.id()).isEqualTo(written.id());
		assertThat(read.binary()).isEqualTo(written.binary());
		assertThat(read.plainText()).isEqualTo(written.plainText());
		assertThat(read.bytes()).isEqualTo(written.bytes());
		for (StompVersion version : StompVersion.values()) {
			assertThat(read.frame(version)).isEqualTo(written.frame(version));
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
