package chat.hubbub.account;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

/**
 * An account has signed in in a browser, by whatever way.
 *
 * @param account the account
 * @param address where the browser is, or {@code null} if that is not known
 */
public record BrowserSignedIn(Account account, @Nullable InetAddress address) {

}
