package chat.hubbub.account;

/**
 * An account is gone. Its messages stay, under another name.
 *
 * @param account what it was
 */
public record AccountDeleted(Account account) {

}
