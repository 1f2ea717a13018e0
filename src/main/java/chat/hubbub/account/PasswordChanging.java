package chat.hubbub.account;

/**
 * Somebody's new password is being stored. Published in its transaction, so that what a
 * listener stores is stored with it, or not at all.
 *
 * @param account the account as it will be
 */
public record PasswordChanging(Account account) {

}
