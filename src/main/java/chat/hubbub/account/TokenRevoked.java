package chat.hubbub.account;

/**
 * An access token was taken back, by its owner or by an admin.
 *
 * @param token what it was
 * @param by who did it
 */
public record TokenRevoked(AccessToken token, User by) {

}
