package chat.hubbub.message;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

import chat.hubbub.broker.wire.CustomHeaders;

/**
 * Gives a controller the {@link Draft} in the body of a SEND: with
 * {@code content-type:text/plain} the body is the text, otherwise it is JSON. Both must
 * be valid UTF-8.
 */
@Component
class DraftResolver implements HandlerMethodArgumentResolver {

	private static final String EXAMPLE = "{\"text\":\"Hello\"}, or any text with content-type:text/plain";

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
		CustomHeaders headers = CustomHeaders.of(message.getHeaders());
		if (isPlainText(message)) {
			return new Draft(new Content(Body.textOf(message, EXAMPLE)), null, headers);
		}
		Body body = Body.read(this.json, message, EXAMPLE);
		List<String> uploads = body.optionalTexts("attachments");
		String text = uploads.isEmpty() ? body.text("text") : body.optionalText("text");
		return new Draft(new Content((text != null) ? text : "", body.optionalNumber("reply"), uploads),
				body.optionalText("id"), headers);
	}

	private static boolean isPlainText(Message<?> message) {
		String type = SimpMessageHeaderAccessor.getFirstNativeHeader("content-type", message.getHeaders());
		try {
			return type != null && MimeTypeUtils.TEXT_PLAIN.equalsTypeAndSubtype(MimeTypeUtils.parseMimeType(type));
		}
		catch (InvalidMimeTypeException ex) {
			throw IllFormedDraft.body(EXAMPLE);
		}
	}

}
