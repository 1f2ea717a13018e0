package chat.hubbub.account.browser;

import chat.hubbub.account.BrowserMember;
import chat.hubbub.bus.StoredFact;

/**
 * A user has signed out in a browser.
 *
 * @param member the account that the browser's session remembered
 */
public record SignedOut(BrowserMember member) implements StoredFact {

}
