package chat.hubbub.account.browser;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.Account;

/**
 * An account has signed in in a browser, in any way.
 *
 * @param account the account
 * @param address the browser's address, or {@code null} if unknown
 */
public record BrowserSignedIn(Account account, @Nullable InetAddress address) {

}
