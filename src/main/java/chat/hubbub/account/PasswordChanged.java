package chat.hubbub.account;

/**
 * Somebody has another password, on this node or another; a sign-in with the old one is
 * over.
 *
 * @param account the account in its new state
 */
public record PasswordChanged(Account account) {

}
