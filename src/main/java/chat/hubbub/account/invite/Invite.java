package chat.hubbub.account.invite;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Role;

/**
 * An invitation: a link that creates one account.
 *
 * @param id its number
 * @param role the role of the account
 * @param createdBy the account of the admin who created it, {@code null} for that of the
 * first admin
 * @param createdAt the time of its creation
 * @param expiresAt the time from which it is invalid
 * @param usedBy the account that it created, {@code null} if unused
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
