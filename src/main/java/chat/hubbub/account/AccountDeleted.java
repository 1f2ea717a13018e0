package chat.hubbub.account;

/**
 * An account was deleted, on this node or another. {@link AccountDeparting} follows for
 * its stored data.
 *
 * @param account the deleted account
 */
public record AccountDeleted(Account account) {

}
