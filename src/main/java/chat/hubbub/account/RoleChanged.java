package chat.hubbub.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody may do more than before, or less.
 *
 * @param account the account as it is now
 * @param before what they were
 * @param by the admin who decided it, {@code null} for the server itself
 */
public record RoleChanged(Account account, Role before, @Nullable User by) {

}
