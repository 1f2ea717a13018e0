package chat.hubbub.webhook.incoming;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Secret;
import chat.hubbub.message.Draft;
import chat.hubbub.webhook.HookRefused;

/**
 * The addresses to which programs post: JSON as for Slack, alone or as {@code payload} of
 * a form, or plain text. The answer is the one that programs for Slack expect.
 */
@RestController
class HookController {

	/** The header of the IETF's draft; a request that comes twice is stored once. */
	private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

	private static final String ADDRESS = "/hooks/{token}";

	private static final String OK = "ok";

	private final IncomingHooks hooks;

	private final JsonMapper json;

	HookController(IncomingHooks hooks, JsonMapper json) {
		this.hooks = hooks;
		this.json = json;
	}

	@PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.TEXT_PLAIN_VALUE)
	CompletionStage<String> json(@PathVariable String token, @RequestBody byte[] body,
			@RequestHeader(IDEMPOTENCY_KEY) @Nullable String key) {
		return post(token, () -> slack(text(body)), key);
	}

	@PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
			produces = MediaType.TEXT_PLAIN_VALUE)
	CompletionStage<String> form(@PathVariable String token, @RequestParam @Nullable String payload,
			@RequestHeader(IDEMPOTENCY_KEY) @Nullable String key) {
		return post(token, () -> slack(payload), key);
	}

	@PostMapping(path = ADDRESS, consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.TEXT_PLAIN_VALUE)
	CompletionStage<String> plain(@PathVariable String token, @RequestBody byte[] body,
			@RequestHeader(IDEMPOTENCY_KEY) @Nullable String key) {
		return post(token, () -> text(body), key);
	}

	/** Only a known webhook makes the server read the text. */
	private CompletionStage<String> post(String token, Supplier<String> text, @Nullable String key) {
		IncomingHook hook = this.hooks.find(new Secret(token));
		return this.hooks.post(hook, new Draft(text.get(), key)).thenApply((posted) -> OK);
	}

	private String slack(@Nullable String body) {
		if (body == null) {
			throw HookRefused.body();
		}
		try {
			return SlackMessage.textOf(this.json.readTree(body));
		}
		catch (JacksonException ex) {
			throw HookRefused.body();
		}
	}

	private static String text(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			throw HookRefused.body();
		}
	}

}
