package chat.hubbub.search;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.annotation.SendToUser;
import org.springframework.stereotype.Controller;

import chat.hubbub.account.User;
import chat.hubbub.search.text.IllFormedSearch;
import chat.hubbub.words.Phrase;

/**
 * Handles SEND to {@code /app/search}; the answer goes to {@code /user/queue/search} of
 * the same connection.
 */
@Controller
class SearchFrames {

	private static final String EXAMPLE = "{\"q\":\"tea\",\"limit\":20}";

	private static final int MAX_ID = 64;

	private final Search search;

	private final JsonMapper json;

	SearchFrames(Search search, JsonMapper json) {
		this.search = search;
		this.json = json;
	}

	@MessageMapping("/search")
	@SendToUser(destinations = "/queue/search", broadcast = false)
	Answer find(Message<?> frame) {
		JsonNode body = body(frame);
		String id = text(body, "id");
		if (id != null && id.length() > MAX_ID) {
			throw malformed();
		}
		List<Hit> hits = this.search.find(user(frame), SearchRequest.of(text(body, "q"), number(body, "limit"),
				text(body, "before"), text(body, "sort"), text(body, "zone")));
		return new Answer(id, hits, !this.search.isComplete());
	}

	private JsonNode body(Message<?> frame) {
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
		throw malformed();
	}

	private static @Nullable String text(JsonNode body, String name) {
		JsonNode value = body.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw malformed();
		}
		return value.stringValue();
	}

	private static @Nullable String number(JsonNode body, String name) {
		JsonNode value = body.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isIntegralNumber()) {
			throw malformed();
		}
		return value.asString();
	}

	private static IllFormedSearch malformed() {
		return new IllFormedSearch(Phrase.of("search.body").with("example", EXAMPLE));
	}

	private static User user(Message<?> frame) {
		return (User) Objects.requireNonNull(SimpMessageHeaderAccessor.getUser(frame.getHeaders()));
	}

	/**
	 * An answer.
	 *
	 * @param id the id of the request, if it had one
	 * @param hits the hits
	 * @param incomplete whether messages may be missing; in JSON only if so
	 */
	record Answer(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id, List<Hit> hits,
			@JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean incomplete) {

	}

}
