package chat.hubbub.webhook.outgoing;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Secret;

/**
 * A webhook as those see it who may manage it; its JSON.
 *
 * @param id its number
 * @param url where it sends the events
 * @param mention the name of the account whose mentions alone it sends, {@code null} for
 * all events
 * @param by the name of the account that created it
 * @param createdAt the time of its creation
 * @param topic the topic of {@code seq}, {@code null} if it is of one topic
 * @param seq the number of the last event that was delivered
 * @param state {@code on}, {@code failing} or {@code off}
 * @param fault why it fails or is off, {@code null} if it is on
 * @param since the time since which it fails or is off, {@code null} if it is on
 * @param secret the key of its signatures, only in the answer that creates it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownHook(long id, String url, @Nullable String mention, String by, Instant createdAt, @Nullable String topic,
		long seq, String state, @Nullable String fault, @Nullable Instant since, @Nullable String secret) {

	static List<ShownHook> of(List<OutgoingHook> hooks, Accounts accounts) {
		return hooks.stream().map((hook) -> of(hook, accounts, null)).toList();
	}

	static ShownHook of(OutgoingHook hook, Accounts accounts, @Nullable Secret secret) {
		Instant since = (hook.offAt() != null) ? hook.offAt() : hook.failingSince();
		String mention = (hook.mention() != null) ? accounts.nameOf(hook.mention()) : null;
		return new ShownHook(hook.id(), hook.address().toString(), mention, accounts.nameOf(hook.maker().account()),
				hook.createdAt(), hook.everywhere() ? hook.topic().value() : null, hook.seq(), hook.state(),
				hook.fault(), since, (secret != null) ? secret.value() : null);
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "ShownHook[id=" + this.id + "]";
	}

}
