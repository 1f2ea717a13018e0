package chat.hubbub.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.messaging.Message;

/**
 * The body of a SEND as JSON.
 *
 * @param json the root
 * @param example a valid body, for the refusal of others
 */
record Body(JsonNode json, String example) {

	/** Reads the body of a frame. */
	static Body read(JsonMapper mapper, Message<?> message, String example) {
		try {
			return new Body(mapper.readTree(textOf(message, example)), example);
		}
		catch (JacksonException ex) {
			throw IllFormedDraft.body(example);
		}
	}

	/** The body of a frame as text. */
	static String textOf(Message<?> message, String example) {
		try {
			if (message.getPayload() instanceof byte[] body) {
				return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			}
		}
		catch (CharacterCodingException ex) {
			// Refused below.
		}
		throw IllFormedDraft.body(example);
	}

	/** A text that must be present. */
	String text(String name) {
		String text = optionalText(name);
		if (text == null) {
			throw IllFormedDraft.body(this.example);
		}
		return text;
	}

	@Nullable String optionalText(String name) {
		JsonNode node = this.json.get(name);
		if (node == null || node.isNull()) {
			return null;
		}
		if (!node.isString()) {
			throw IllFormedDraft.body(this.example);
		}
		return node.stringValue();
	}

	/** A list of texts; empty if it is absent. */
	List<String> optionalTexts(String name) {
		JsonNode node = this.json.get(name);
		if (node == null || node.isNull()) {
			return List.of();
		}
		List<String> texts = new ArrayList<>(node.size());
		for (JsonNode each : node) {
			if (!each.isString()) {
				throw IllFormedDraft.body(this.example);
			}
			texts.add(each.stringValue());
		}
		if (!node.isArray()) {
			throw IllFormedDraft.body(this.example);
		}
		return List.copyOf(texts);
	}

	/** A whole number that must be present. */
	long number(String name) {
		Long number = optionalNumber(name);
		if (number == null) {
			throw IllFormedDraft.body(this.example);
		}
		return number;
	}

	/** A truth value that must be present. */
	boolean flag(String name) {
		JsonNode node = this.json.get(name);
		if (node == null || !node.isBoolean()) {
			throw IllFormedDraft.body(this.example);
		}
		return node.booleanValue();
	}

	@Nullable Long optionalNumber(String name) {
		JsonNode node = this.json.get(name);
		if (node == null || node.isNull()) {
			return null;
		}
		if (!node.isIntegralNumber() || !node.canConvertToLong()) {
			throw IllFormedDraft.body(this.example);
		}
		return node.longValue();
	}

}
