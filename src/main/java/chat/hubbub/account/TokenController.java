package chat.hubbub.account;

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

/** One's access tokens over HTTP, and for admins everybody's. */
@RestController
class TokenController {

	/** For how many days a token may be good. */
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

	/** The token is shown here and never again. */
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
	 * A token that somebody wants.
	 *
	 * @param name what to call it
	 * @param days for how long it shall be good; {@code null} for 90
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
	 * A token as it is listed.
	 *
	 * @param id its number
	 * @param name what it is called
	 * @param username whose it is
	 * @param createdAt when it was made
	 * @param expiresAt until when it is good
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
	 * @param name what it is called
	 * @param createdAt when it was made
	 * @param expiresAt until when it is good
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
