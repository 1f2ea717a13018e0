package chat.hubbub.account;

/**
 * An admin has invited somebody.
 *
 * @param invite the invitation
 * @param by the admin
 */
public record InviteCreated(Invite invite, User by) {

}
