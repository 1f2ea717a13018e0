package chat.hubbub.block;

/**
 * An account has blocked another, or has lifted that block. Every node publishes it.
 *
 * @param account the number of the account
 * @param other the number of the other account
 * @param blocked {@code false} if the block was lifted
 */
record BlockChanged(long account, long other, boolean blocked) {

}
