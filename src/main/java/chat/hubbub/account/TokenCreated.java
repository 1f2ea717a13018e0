package chat.hubbub.account;

/**
 * Somebody has made an access token.
 *
 * @param token the token
 * @param by whose it is
 */
public record TokenCreated(AccessToken token, User by) {

}
