package chat.hubbub.message;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver;

/**
 * Gives a controller the request about an earlier message in the JSON body of a SEND: a
 * {@link Revision} or a {@link Target}.
 */
class RequestResolver implements HandlerMethodArgumentResolver {

	private static final Map<Class<?>, Reader> READERS = Map.of(Revision.class,
			new Reader("{\"target\":7,\"text\":\"Hello\"}",
					(body) -> new Revision(body.number("target"), new Content(body.text("text")))),
			React.class,
			new Reader("{\"target\":7,\"emoji\":\"👍\",\"on\":true}",
					(body) -> new React(body.number("target"), new Emoji(body.text("emoji")), body.flag("on"))),
			Target.class, new Reader("{\"target\":7}", (body) -> new Target(body.number("target"))));

	private final JsonMapper json;

	RequestResolver(JsonMapper json) {
		this.json = json;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return READERS.containsKey(parameter.getParameterType());
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, Message<?> message) {
		Reader reader = READERS.get(parameter.getParameterType());
		return (reader != null) ? reader.read.apply(Body.read(this.json, message, reader.example)) : null;
	}

	private record Reader(String example, Function<Body, Object> read) {

	}

}
