package chat.hubbub.block;

import chat.hubbub.bus.StoredFact;

/**
 * The blocks of an account have changed.
 *
 * @param account its number
 */
record BlocksStored(long account) implements StoredFact {

}
