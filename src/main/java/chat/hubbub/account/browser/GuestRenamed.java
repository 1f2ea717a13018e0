package chat.hubbub.account.browser;

import chat.hubbub.bus.Fact;

/**
 * A guest has taken another name in a browser.
 *
 * @param holder the id with which the browser's session holds the name
 */
public record GuestRenamed(String holder) implements Fact {

}
