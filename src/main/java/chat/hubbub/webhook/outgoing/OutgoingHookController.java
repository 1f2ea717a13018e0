package chat.hubbub.webhook.outgoing;

import java.security.Principal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
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
	private static final String PREFIX = "hook_";

	private final OutgoingHooks hooks;

	private final Accounts accounts;

	OutgoingHookController(OutgoingHooks hooks, Accounts accounts) {
		this.hooks = hooks;
		this.accounts = accounts;
	}

	@GetMapping
	List<Shown> all(@PathVariable String topic, @Nullable Principal principal) {
		return this.hooks.of(new TopicName(topic), Visitor.of(principal))
			.stream()
			.map((hook) -> shown(hook, null))
			.toList();
	}

	/** Creates a webhook. Its secret is shown only here. */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Shown create(@PathVariable String topic, @RequestBody Wanted wanted, @Nullable Principal principal) {
		Secret secret = Secret.create(PREFIX);
		OutgoingHook hook = this.hooks.create(secret, new TopicName(topic), (wanted.url() != null) ? wanted.url() : "",
				wanted.mention(), Visitor.of(principal));
		return shown(hook, secret.value());
	}

	@PostMapping("/{id}/resume")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void resume(@PathVariable String topic, @PathVariable long id, @Nullable Principal principal) {
		this.hooks.resume(new TopicName(topic), id, Visitor.of(principal));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable String topic, @PathVariable long id, @Nullable Principal principal) {
		this.hooks.revoke(new TopicName(topic), id, Visitor.of(principal));
	}

	private Shown shown(OutgoingHook hook, @Nullable String secret) {
		Instant since = (hook.offAt() != null) ? hook.offAt() : hook.failingSince();
		String mention = (hook.mention() != null) ? this.accounts.nameOf(hook.mention()) : null;
		return new Shown(hook.id(), hook.address().toString(), mention, this.accounts.nameOf(hook.account()),
				hook.createdAt(), hook.seq(), hook.state(), hook.fault(), since, secret);
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

	/**
	 * A webhook.
	 *
	 * @param id its number
	 * @param url where it sends the events
	 * @param mention the name of the account whose mentions alone it sends, {@code null}
	 * for all events
	 * @param by the name of the account that created it
	 * @param createdAt the time of its creation
	 * @param seq the number of the last event that was delivered
	 * @param state {@code on}, {@code failing} or {@code off}
	 * @param fault why it fails or is off, {@code null} if it is on
	 * @param since the time since which it fails or is off, {@code null} if it is on
	 * @param secret the key of its signatures, only in the answer that creates it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Shown(long id, String url, @Nullable String mention, String by, Instant createdAt, long seq, String state,
			@Nullable String fault, @Nullable Instant since, @Nullable String secret) {

		/** Without the secret. */
		@Override
		public String toString() {
			return "Shown[id=" + this.id + "]";
		}

	}

}
