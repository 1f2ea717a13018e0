package chat.hubbub.account;

/**
 * The new password of an account is being stored. Published in its transaction, so that a
 * listener's writes are stored together with it or not at all.
 *
 * @param account the account in its new state
 */
public record PasswordChanging(Account account) {

}
