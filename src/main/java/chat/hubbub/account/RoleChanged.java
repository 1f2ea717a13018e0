package chat.hubbub.account;

/**
 * Somebody may do more than before, or less; on this node or another.
 *
 * @param account the account as it is now
 * @param before what they were
 */
public record RoleChanged(Account account, Role before) {

}
