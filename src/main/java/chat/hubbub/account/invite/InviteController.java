package chat.hubbub.account.invite;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import chat.hubbub.account.Keyset;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;

/** Invitations over HTTP, for admins. */
@RestController
@RequestMapping("/api/invites")
class InviteController {

	private static final String NEWEST = "" + Long.MAX_VALUE;

	private final Invites invites;

	InviteController(Invites invites) {
		this.invites = invites;
	}

	/** A page of invitations below number {@code before}, the newest first. */
	@GetMapping
	List<Invitation> page(@RequestParam(defaultValue = NEWEST) long before,
			@RequestParam(defaultValue = Keyset.DEFAULT) int limit) {
		return this.invites.page(before, Keyset.bounded(limit));
	}

	/**
	 * Creates an invitation. The link is shown only here. Its fragment contains the
	 * secret, because browsers send the fragment to no server.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Link create(@RequestBody Validity wanted, @AuthenticationPrincipal User admin) {
		Secret secret = Secret.create();
		Invite invite = this.invites.create(secret, admin, wanted.duration());
		URI link = ServletUriComponentsBuilder.fromCurrentContextPath()
			.path("/join")
			.fragment(secret.value())
			.build()
			.toUri();
		return new Link(invite.id(), link, invite.expiresAt());
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable long id, @AuthenticationPrincipal User admin) {
		this.invites.revoke(id, admin);
	}

	/**
	 * The lifetime of an invitation.
	 *
	 * @param days 1 to 30; {@code null} means 7
	 */
	record Validity(@Nullable Integer days) {

		private static final int DEFAULT_DAYS = 7;

		private static final int MAX_DAYS = 30;

		Duration duration() {
			int wanted = (this.days != null) ? this.days : DEFAULT_DAYS;
			return Duration.ofDays(Math.max(1, Math.min(wanted, MAX_DAYS)));
		}

	}

	/**
	 * An invitation to pass on.
	 *
	 * @param id its number
	 * @param link its link
	 * @param expiresAt the time from which it is invalid
	 */
	record Link(long id, URI link, Instant expiresAt) {

		/** Without the secret. */
		@Override
		public String toString() {
			return "Link[id=" + this.id + "]";
		}

	}

}
