package chat.hubbub.webhook.incoming;

import java.security.Principal;
import java.time.Instant;
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

/** The incoming webhooks of a topic over HTTP, for its moderators. */
@RestController
@RequestMapping("/api/topics/{topic}/incoming-hooks")
class IncomingHookController {

	/** So that people and programs can recognise a leaked secret. */
	private static final String PREFIX = "hook_";

	private final IncomingHooks hooks;

	private final Accounts accounts;

	IncomingHookController(IncomingHooks hooks, Accounts accounts) {
		this.hooks = hooks;
		this.accounts = accounts;
	}

	@GetMapping
	List<Shown> all(@PathVariable String topic, @Nullable Principal principal) {
		return this.hooks.of(new TopicName(topic), Visitor.of(principal)).stream().map(this::shown).toList();
	}

	/** Creates a webhook. Its secret is shown only here. */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Created create(@PathVariable String topic, @RequestBody Wanted wanted, @Nullable Principal principal) {
		Secret secret = Secret.create(PREFIX);
		Shown hook = shown(this.hooks.create(secret, new TopicName(topic), wanted.nameOrNone(), Visitor.of(principal)));
		return new Created(hook.id(), hook.name(), hook.by(), hook.createdAt(), secret.value());
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable String topic, @PathVariable long id, @Nullable Principal principal) {
		this.hooks.revoke(new TopicName(topic), id, Visitor.of(principal));
	}

	private Shown shown(IncomingHook hook) {
		return new Shown(hook.id(), hook.name().value(), this.accounts.nameOf(hook.account()), hook.createdAt());
	}

	/**
	 * The request for a webhook.
	 *
	 * @param name the name of its sender
	 */
	record Wanted(@Nullable String name) {

		String nameOrNone() {
			return (this.name != null) ? this.name : "";
		}

	}

	/**
	 * A webhook in a list.
	 *
	 * @param id its number
	 * @param name the sender of its messages
	 * @param by the name of the account that created it
	 * @param createdAt the time of its creation
	 */
	record Shown(long id, String name, String by, Instant createdAt) {

	}

	/**
	 * A new webhook.
	 *
	 * @param id its number
	 * @param name the sender of its messages
	 * @param by the name of the account that created it
	 * @param createdAt the time of its creation
	 * @param token the secret, for the address to which the program posts
	 */
	record Created(long id, String name, String by, Instant createdAt, String token) {

		/** Without the secret. */
		@Override
		public String toString() {
			return "Created[id=" + this.id + "]";
		}

	}

}
