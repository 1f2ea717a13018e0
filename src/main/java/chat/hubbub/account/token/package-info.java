/** Access tokens, with which programs sign in instead of a password. */
@NullMarked
package chat.hubbub.account.token;

import org.jspecify.annotations.NullMarked;
