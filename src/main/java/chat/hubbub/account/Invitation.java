package chat.hubbub.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An {@link Invite} as admins see it, with names. That of an account that is gone says
 * so.
 *
 * @param id its number
 * @param createdBy who made it
 * @param createdAt when it was made
 * @param expiresAt when it is worth nothing any more
 * @param usedBy whose account it made, {@code null} if none yet
 */
record Invitation(long id, String createdBy, Instant createdAt, Instant expiresAt, @Nullable String usedBy) {

}
