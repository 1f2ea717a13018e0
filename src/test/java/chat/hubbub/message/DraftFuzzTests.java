package chat.hubbub.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import chat.hubbub.broker.wire.CustomHeaders;
import chat.hubbub.refusal.Refusal;
import com.code_intelligence.jazzer.junit.FuzzTest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Any body of a SEND becomes a draft within its bounds, or is refused. */
class DraftFuzzTests {

	private final JsonMapper json = new JsonMapper();

	private final DraftResolver resolver = new DraftResolver(this.json);

	@FuzzTest(maxDuration = "30s")
	void readsJsonOrRefusesIt(byte[] body) {
		Draft draft = read(body, "application/json");
		if (draft != null) {
			assertBounds(draft);
			Map<String, String> fields = (draft.id() != null) ? Map.of("text", draft.text(), "id", draft.id())
					: Map.of("text", draft.text());
			assertThat(read(this.json.writeValueAsBytes(fields), "application/json")).isEqualTo(draft);
		}
	}

	@FuzzTest(maxDuration = "10s")
	void readsPlainTextOrRefusesIt(byte[] body) {
		Draft draft = read(body, "text/plain");
		if (draft != null) {
			assertBounds(draft);
			assertThat(draft.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(body);
		}
	}

	/** Up to the first line feed it is the type, from there on the body. */
	@FuzzTest(maxDuration = "10s")
	void takesAnyContentTypeOrRefusesIt(byte[] input) {
		int end = new String(input, StandardCharsets.ISO_8859_1).indexOf('\n');
		if (end > 0) {
			Draft draft = read(Arrays.copyOfRange(input, end + 1, input.length),
					new String(input, 0, end, StandardCharsets.UTF_8));
			if (draft != null) {
				assertBounds(draft);
			}
		}
	}

	/** The sender's headers are read as they were stored. */
	@FuzzTest(maxDuration = "10s")
	void keepsHeadersInTheStore(byte[] input) {
		StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.SEND);
		String[] lines = new String(input, StandardCharsets.UTF_8).split("\0", -1);
		for (int i = 0; i + 1 < lines.length; i += 2) {
			frame.setNativeHeader(lines[i], lines[i + 1]);
		}
		try {
			CustomHeaders headers = CustomHeaders.of(frame.getMessageHeaders());
			assertThat(CustomHeaders.ofText(headers.toText()).values()).isEqualTo(headers.values());
		}
		catch (Refusal refusal) {
			assertThat(refusal.code()).startsWith("frame.");
		}
	}

	private Draft read(byte[] body, String type) {
		StompHeaderAccessor frame = StompHeaderAccessor.create(StompCommand.SEND);
		frame.setNativeHeader("content-type", type);
		Message<byte[]> message = MessageBuilder.createMessage(body, frame.getMessageHeaders());
		try {
			return this.resolver.draft(message);
		}
		catch (IllFormedDraft refusal) {
			assertThat(refusal.sentence()).doesNotContain("Exception");
			return null;
		}
	}

	private static void assertBounds(Draft draft) {
		assertThat(draft.text()).isNotBlank();
		assertThat(draft.text().codePoints().count()).isLessThanOrEqualTo(Draft.MAX_LENGTH);
		assertThat(new String(draft.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
			.isEqualTo(draft.text());
	}

}
