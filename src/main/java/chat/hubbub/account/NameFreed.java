package chat.hubbub.account;

import chat.hubbub.bus.StoredFact;

/**
 * The messages of a deleted account have their new name, so its old name is free.
 *
 * @param id the account's number
 */
record NameFreed(long id) implements StoredFact {

}
