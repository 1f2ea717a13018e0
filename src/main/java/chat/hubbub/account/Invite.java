package chat.hubbub.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A link that makes one account.
 *
 * @param id its number
 * @param role what the account will be
 * @param createdBy the account of the admin who made it, {@code null} for the first
 * admin's own
 * @param createdAt when it was made
 * @param expiresAt when it is worth nothing any more
 * @param usedBy the account that it made, {@code null} if none yet
 */
public record Invite(long id, Role role, @Nullable Long createdBy, Instant createdAt, Instant expiresAt,
		@Nullable Long usedBy) {

	boolean isFirstAdmins() {
		return this.createdBy == null;
	}

	boolean isGood(Instant now) {
		return this.usedBy == null && now.isBefore(this.expiresAt);
	}

}
