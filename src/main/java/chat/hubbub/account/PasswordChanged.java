package chat.hubbub.account;

/**
 * Somebody has another password, on this node or another; a sign-in with the old one is
 * over.
 *
 * @param account the account as it is now
 */
public record PasswordChanged(Account account) {

}
