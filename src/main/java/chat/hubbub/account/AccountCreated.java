package chat.hubbub.account;

/**
 * Somebody has signed up.
 *
 * @param account the new account
 */
public record AccountCreated(Account account) {

}
