package chat.hubbub.account;

/**
 * The time of an access token is over.
 *
 * @param token what it was
 */
public record TokenExpired(AccessToken token) {

}
