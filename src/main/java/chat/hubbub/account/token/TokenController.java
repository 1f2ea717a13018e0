package chat.hubbub.account.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.AccessToken;
import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Secret;
import chat.hubbub.account.SessionEnded;
import chat.hubbub.account.User;

/** The user's own access tokens over HTTP, and all tokens for admins. */
@RestController
class TokenController {

	/** The maximum lifetime of a token in days. */
	static final int MAX_DAYS = 365;

	private final AccessTokens tokens;

	private final Accounts accounts;

	TokenController(AccessTokens tokens, Accounts accounts) {
		this.tokens = tokens;
		this.accounts = accounts;
	}

	@GetMapping("/api/tokens")
	List<Shown> mine(@AuthenticationPrincipal User user) {
		return shown((token) -> Long.valueOf(token.account()).equals(user.account()));
	}

	@GetMapping("/api/admin/tokens")
	List<Shown> all() {
		return shown((token) -> true);
	}

	/** Creates a token. Its secret is shown only here. */
	@PostMapping("/api/tokens")
	@ResponseStatus(HttpStatus.CREATED)
	Created create(@RequestBody Wanted wanted, @AuthenticationPrincipal User user) {
		Account account = this.accounts.find(user.account()).orElseThrow(SessionEnded::new);
		Secret secret = Secret.createToken();
		AccessToken token = this.tokens.create(secret, account, wanted.nameOrNone(), wanted.validity());
		return new Created(token.id(), token.name(), token.createdAt(), token.expiresAt(), secret.value());
	}

	@DeleteMapping("/api/tokens/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable long id, @AuthenticationPrincipal User user) {
		this.tokens.revoke(id, user);
	}

	private List<Shown> shown(Predicate<AccessToken> which) {
		return this.tokens.all()
			.stream()
			.filter(which)
			.flatMap((token) -> this.tokens.holder(token).map((holder) -> Shown.of(token, holder)).stream())
			.toList();
	}

	/**
	 * The request for a token.
	 *
	 * @param name its name
	 * @param days its lifetime; {@code null} means 90
	 */
	record Wanted(@Nullable String name, @Nullable Integer days) {

		private static final int DEFAULT_DAYS = 90;

		String nameOrNone() {
			return (this.name != null) ? this.name : "";
		}

		Duration validity() {
			int wanted = (this.days != null) ? this.days : DEFAULT_DAYS;
			if (wanted < 1 || wanted > MAX_DAYS) {
				throw new IllFormedToken();
			}
			return Duration.ofDays(wanted);
		}

	}

	/**
	 * A token in a list.
	 *
	 * @param id its number
	 * @param name its name
	 * @param username the name of its owner
	 * @param createdAt the time of its creation
	 * @param expiresAt the time from which it is invalid
	 */
	record Shown(long id, String name, String username, Instant createdAt, Instant expiresAt) {

		static Shown of(AccessToken token, Account holder) {
			return new Shown(token.id(), token.name(), holder.username().value(), token.createdAt(), token.expiresAt());
		}

	}

	/**
	 * A new token.
	 *
	 * @param id its number
	 * @param name its name
	 * @param createdAt the time of its creation
	 * @param expiresAt the time from which it is invalid
	 * @param token the secret, for the program
	 */
	record Created(long id, String name, Instant createdAt, Instant expiresAt, String token) {

		/** Without the secret. */
		@Override
		public String toString() {
			return "Created[id=" + this.id + "]";
		}

	}

}
