package chat.hubbub.account.token;

import chat.hubbub.account.AccessToken;

/**
 * An access token was revoked or has expired, on this node or another.
 *
 * @param token the token
 */
public record TokenGone(AccessToken token) {

}
