package chat.hubbub.account.token;

import chat.hubbub.bus.StoredFact;

/**
 * An access token was created or revoked, or has expired.
 *
 * @param id its number
 */
record TokenStored(long id) implements StoredFact {

}
