package chat.hubbub.account;

/**
 * Somebody has signed out in a browser.
 *
 * @param member what that browser's session remembered
 */
public record SignedOut(BrowserMember member) {

}
