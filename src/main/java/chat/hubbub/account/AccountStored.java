package chat.hubbub.account;

import chat.hubbub.bus.Fact;

/**
 * An account is new, changed or deleted, or the last trace of a deleted one is gone.
 *
 * @param id its number
 */
record AccountStored(long id) implements Fact {

}
