package chat.hubbub.account;

/**
 * Somebody has another password; whoever signed in with the old one is no longer.
 *
 * @param account the account as it is now
 */
public record PasswordChanged(Account account) {

}
