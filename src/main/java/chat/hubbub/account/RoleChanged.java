package chat.hubbub.account;

/**
 * The role of an account has changed, on this node or another.
 *
 * @param account the account in its new state
 * @param before the old role
 */
public record RoleChanged(Account account, Role before) {

}
