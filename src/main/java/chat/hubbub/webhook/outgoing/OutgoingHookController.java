package chat.hubbub.webhook.outgoing;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Secret;
import chat.hubbub.account.Visitor;
import chat.hubbub.topic.TopicName;

/** The outgoing webhooks of a topic over HTTP, for its moderators. */
@RestController
@RequestMapping("/api/topics/{topic}/outgoing-hooks")
class OutgoingHookController {

	/** So that people and programs can recognise a leaked secret. */
	static final String SECRET = "hook_";

	private final OutgoingHooks hooks;

	private final Scopes scopes;

	private final Accounts accounts;

	OutgoingHookController(OutgoingHooks hooks, Scopes scopes, Accounts accounts) {
		this.hooks = hooks;
		this.scopes = scopes;
		this.accounts = accounts;
	}

	@GetMapping
	List<ShownHook> all(@PathVariable String topic, @Nullable Principal principal) {
		return ShownHook.of(this.hooks.of(scope(topic, principal)), this.accounts);
	}

	/** Creates a webhook. Its secret is shown only here. */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	ShownHook create(@PathVariable String topic, @RequestBody Wanted wanted, @Nullable Principal principal) {
		Secret secret = Secret.create(SECRET);
		OutgoingHook hook = this.hooks.create(secret, scope(topic, principal), Maker.of(principal),
				(wanted.url() != null) ? wanted.url() : "", wanted.mention(), Visitor.of(principal));
		return ShownHook.of(hook, this.accounts, secret);
	}

	@PostMapping("/{id}/resume")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void resume(@PathVariable String topic, @PathVariable long id, @Nullable Principal principal) {
		this.hooks.resume(scope(topic, principal), id, Maker.of(principal));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable String topic, @PathVariable long id, @Nullable Principal principal) {
		this.hooks.revoke(scope(topic, principal), id, Visitor.of(principal));
	}

	private Scope scope(String topic, @Nullable Principal principal) {
		return this.scopes.of(new TopicName(topic), Visitor.of(principal));
	}

	/**
	 * The request for a webhook.
	 *
	 * @param url where it sends the events
	 * @param mention the name of the account whose mentions alone it sends, or
	 * {@code null} for all events
	 */
	record Wanted(@Nullable String url, @Nullable String mention) {

	}

}
