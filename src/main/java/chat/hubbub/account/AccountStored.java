package chat.hubbub.account;

import chat.hubbub.bus.StoredFact;

/**
 * An account was created, changed or deleted, or its deletion is complete.
 *
 * @param id its number
 */
record AccountStored(long id) implements StoredFact {

}
