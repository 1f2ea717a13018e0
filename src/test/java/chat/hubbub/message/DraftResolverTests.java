package chat.hubbub.message;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DraftResolverTests {

	private static final byte[] INVALID_UTF_8 = { '{', '"', (byte) 0xC3, '(', '"', '}' };

	private final DraftResolver resolver = new DraftResolver(new JsonMapper());

	@Test
	void readsTextAndIdFromJson() {
		assertThat(json("{\"text\":\"Grüße\",\"id\":\"1\"}")).isEqualTo(new Draft("Grüße", "1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"Hello\"}", "{\"text\":\"Hello\",\"id\":null}" })
	void needsNoId(String body) {
		assertThat(json(body)).isEqualTo(new Draft("Hello", null));
	}

	@Test
	void ignoresFieldsThatAreNotOurs() {
		assertThat(json("{\"sender\":\"grace\",\"seq\":7,\"more\":{\"a\":[1]},\"text\":\"Hello\"}"))
			.isEqualTo(new Draft("Hello", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Hello", "\"Hello\"", "[]", "7", "null", "{}", "{\"text\":", "{\"text\":null}",
			"{\"text\":7}", "{\"text\":{}}", "{\"text\":[\"Hello\"]}", "{\"text\":true}",
			"{\"text\":\"Hello\",\"id\":7}", "{\"text\":\"Hello\"} and more" })
	void refusesABodyThatIsNoDraft(String body) {
		assertRefused(body.getBytes(StandardCharsets.UTF_8), null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "Text/Plain; charset=UTF-8" })
	void takesAPlainTextAsTheText(String type) {
		byte[] body = "{\"text\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(read(body, type)).isEqualTo(new Draft("{\"text\":\"Grüße\"}", null));
	}

	@Test
	void readsJsonWhateverItsContentTypeIsCalled() {
		byte[] body = "{\"text\":\"Hello\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(read(body, "text/plainest")).isEqualTo(new Draft("Hello", null));
		assertThat(read(body, "application/json")).isEqualTo(new Draft("Hello", null));
		assertThat(read(body, "application/octet-stream")).isEqualTo(new Draft("Hello", null));
	}

	@Test
	void refusesInvalidUtf8() {
		assertRefused(INVALID_UTF_8, null);
		assertRefused(INVALID_UTF_8, "text/plain");
	}

	private Object json(String body) {
		return read(body.getBytes(StandardCharsets.UTF_8), null);
	}

	private Object read(byte[] body, String type) {
		return this.resolver.draft(message(body, type));
	}

	private void assertRefused(byte[] body, String type) {
		assertThatExceptionOfType(IllFormedDraft.class).isThrownBy(() -> read(body, type))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("body.malformed"));
	}

	private static Message<byte[]> message(byte[] body, String type) {
		StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.SEND);
		if (type != null) {
			frame.setNativeHeader("content-type", type);
		}
		return MessageBuilder.createMessage(body, frame.getMessageHeaders());
	}

}
