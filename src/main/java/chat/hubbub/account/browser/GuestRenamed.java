package chat.hubbub.account.browser;

import chat.hubbub.bus.StoredFact;

/**
 * A guest has taken another name in a browser.
 *
 * @param name its new name
 * @param holder the id with which the browser's session holds the name
 */
public record GuestRenamed(String holder, String name) implements StoredFact {

}
