/** The browser's session, and the account in it. */
@NullMarked
package chat.hubbub.account.browser;

import org.jspecify.annotations.NullMarked;
