package chat.hubbub.account;

/**
 * An invitation was taken back.
 *
 * @param id its number
 * @param by the admin
 */
public record InviteRevoked(long id, User by) {

}
