package chat.hubbub.account;

/**
 * The stored data of a deleted account is to be cleaned up; its messages stay under
 * another name. Published on one node, at least twice, so that an interrupted or failed
 * listener receives it again.
 *
 * @param account the deleted account
 */
public record AccountDeparting(Account account) {

}
