package chat.hubbub.account.token;

import chat.hubbub.bus.Fact;

/**
 * An access token was created or revoked, or has expired.
 *
 * @param id its number
 */
record TokenStored(long id) implements Fact {

}
