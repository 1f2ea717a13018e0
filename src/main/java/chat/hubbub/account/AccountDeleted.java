package chat.hubbub.account;

/**
 * An account is gone, on this node or another. What is stored of it follows with
 * {@link AccountDeparting}.
 *
 * @param account what it was
 */
public record AccountDeleted(Account account) {

}
