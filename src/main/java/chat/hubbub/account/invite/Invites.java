package chat.hubbub.account.invite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.account.Secret;
import chat.hubbub.account.User;

/** Invitations: links that create one account each. Thread-safe. */
@Component
public class Invites {

	/** The lifetime of the first admin's link in the log. */
	static final Duration FIRST_ADMIN = Duration.ofHours(24);

	private final InviteStore store;

	private final Accounts accounts;

	private final TransactionOperations transaction;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Invites(InviteStore store, Accounts accounts, TransactionOperations transaction, Clock clock,
			ApplicationEventPublisher events) {
		this.store = store;
		this.accounts = accounts;
		this.transaction = transaction;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Creates the link of the first admin, valid for 24 hours, in place of any earlier
	 * one.
	 * @return the secret of the link, or empty if there is an admin
	 */
	public Optional<String> inviteFirstAdmin() {
		if (this.accounts.hasAdmin()) {
			return Optional.empty();
		}
		Secret secret = Secret.create();
		Instant now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			this.store.deleteFirstAdmins();
			this.store.insert(secret, Role.ADMIN, null, now, now.plus(FIRST_ADMIN));
		});
		return Optional.of(secret.value());
	}

	Invite create(Secret secret, User by, Duration validity) {
		Instant now = this.clock.instant();
		InviteCreated event = this.transaction.execute((status) -> {
			InviteCreated created = new InviteCreated(
					this.store.insert(secret, Role.MEMBER, by.account(), now, now.plus(validity)), by);
			this.events.publishEvent(created.act());
			return created;
		});
		this.events.publishEvent(event);
		return event.invite();
	}

	/**
	 * The admins' invitations with a number below {@code before}, the newest first; from
	 * the store.
	 */
	List<Invitation> page(long before, int limit) {
		return this.store.page(before, limit);
	}

	void revoke(long id, User by) {
		InviteRevoked event = new InviteRevoked(id, by);
		boolean revoked = this.transaction.execute((status) -> {
			boolean found = this.store.delete(id);
			if (found) {
				this.events.publishEvent(event.act());
			}
			return found;
		});
		if (revoked) {
			this.events.publishEvent(event);
		}
	}

	/** Finds a valid invitation. */
	Optional<Invite> find(Secret secret) {
		return this.store.find(secret)
			.filter((invite) -> invite.isGood(this.clock.instant()))
			.filter((invite) -> !invite.isFirstAdmins() || !this.accounts.hasAdmin());
	}

	/**
	 * Uses an invitation.
	 * @throws InviteInvalid if somebody else was faster
	 */
	void use(Secret secret, Account account) {
		if (!this.store.use(secret, account.id(), this.clock.instant())) {
			throw new InviteInvalid();
		}
	}

}
