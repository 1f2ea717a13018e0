package chat.hubbub.unread;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.stereotype.Component;

/** Reads the bodies of SENDs about marks. Thread-safe. */
@Component
class MarkRequest {

	private static final String MOVE = "{\"seq\":7} or {\"seq\":7,\"back\":true}";

	private static final String WISH = "{\"level\":\"mentions\",\"favourite\":true}";

	private final JsonMapper json;

	MarkRequest(JsonMapper json) {
		this.json = json;
	}

	/** The move of a mark. */
	Change move(Message<?> frame) {
		JsonNode body = body(frame, MOVE);
		JsonNode seq = body.path("seq");
		if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 0) {
			throw new IllFormedMark(MOVE);
		}
		return Change.moved(seq.longValue(), Boolean.TRUE.equals(flag(body, "back", MOVE)));
	}

	/** The change of a level, of a favourite, or of both. */
	Change wish(Message<?> frame) {
		JsonNode body = body(frame, WISH);
		Change wish = Change.preferring(level(body), flag(body, "favourite", WISH));
		if (wish.level() == null && wish.favourite() == null) {
			throw new IllFormedMark(WISH);
		}
		return wish;
	}

	private static @Nullable Level level(JsonNode body) {
		JsonNode level = body.path("level");
		if (isAbsent(level)) {
			return null;
		}
		if (!level.isString()) {
			throw new IllFormedMark(WISH);
		}
		return Level.of(level.stringValue()).orElseThrow(() -> new IllFormedMark(WISH));
	}

	private static @Nullable Boolean flag(JsonNode body, String name, String example) {
		JsonNode flag = body.path(name);
		if (isAbsent(flag)) {
			return null;
		}
		if (!flag.isBoolean()) {
			throw new IllFormedMark(example);
		}
		return flag.booleanValue();
	}

	private static boolean isAbsent(JsonNode node) {
		return node.isMissingNode() || node.isNull();
	}

	private JsonNode body(Message<?> frame, String example) {
		try {
			if (frame.getPayload() instanceof byte[] bytes) {
				JsonNode body = this.json
					.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
				if (body.isObject()) {
					return body;
				}
			}
		}
		catch (CharacterCodingException | JacksonException ex) {
			// Refused below.
		}
		throw new IllFormedMark(example);
	}

}
