package chat.hubbub.account.browser;

import chat.hubbub.bus.StoredFact;

/**
 * A guest has left in a browser, or has signed in there.
 *
 * @param holder the id with which the browser's session held the name
 */
public record GuestLeft(String holder) implements StoredFact {

}
