package chat.hubbub.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

import chat.hubbub.broker.wire.CustomHeaders;

/**
 * Gives a controller the {@link Draft} in the body of a SEND: with
 * {@code content-type:text/plain} the body is the text, otherwise it is JSON. Both must
 * be valid UTF-8.
 */
class DraftResolver implements HandlerMethodArgumentResolver {

	private final JsonMapper json;

	DraftResolver(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Draft.class;
	}

	@Override
	public Draft resolveArgument(MethodParameter parameter, Message<?> message) {
		return draft(message);
	}

	Draft draft(Message<?> message) {
		if (!(message.getPayload() instanceof byte[] body)) {
			throw IllFormedDraft.body();
		}
		String text = decode(body);
		CustomHeaders headers = CustomHeaders.of(message.getHeaders());
		return isPlainText(message) ? new Draft(new Content(text), null, headers) : parse(text, headers);
	}

	private static boolean isPlainText(Message<?> message) {
		String type = SimpMessageHeaderAccessor.getFirstNativeHeader("content-type", message.getHeaders());
		try {
			return type != null && MimeTypeUtils.TEXT_PLAIN.equalsTypeAndSubtype(MimeTypeUtils.parseMimeType(type));
		}
		catch (InvalidMimeTypeException ex) {
			throw IllFormedDraft.body();
		}
	}

	private static String decode(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			throw IllFormedDraft.body();
		}
	}

	private Draft parse(String body, CustomHeaders headers) {
		try {
			JsonNode draft = this.json.readTree(body);
			String text = stringOf(draft.get("text"));
			if (text == null) {
				throw IllFormedDraft.body();
			}
			return new Draft(new Content(text), stringOf(draft.get("id")), headers);
		}
		catch (JacksonException ex) {
			throw IllFormedDraft.body();
		}
	}

	private static @Nullable String stringOf(@Nullable JsonNode node) {
		if (node == null || node.isNull()) {
			return null;
		}
		if (!node.isString()) {
			throw IllFormedDraft.body();
		}
		return node.stringValue();
	}

}
