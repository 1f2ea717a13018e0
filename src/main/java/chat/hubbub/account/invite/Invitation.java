package chat.hubbub.account.invite;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An {@link Invite} as admins see it, with names. A deleted account has the name of a
 * deleted account.
 *
 * @param id its number
 * @param createdBy the name of its creator
 * @param createdAt the time of its creation
 * @param expiresAt the time from which it is invalid
 * @param usedBy the name of the account that it created, {@code null} if unused
 */
record Invitation(long id, String createdBy, Instant createdAt, Instant expiresAt, @Nullable String usedBy) {

}
