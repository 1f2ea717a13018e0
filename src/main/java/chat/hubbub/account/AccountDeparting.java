package chat.hubbub.account;

/**
 * What an account leaves in the store is to be put in order; its messages stay, under
 * another name. Published on one node, twice and more: a listener that is cut off, or
 * fails, hears of it again.
 *
 * @param account what it was
 */
public record AccountDeparting(Account account) {

}
