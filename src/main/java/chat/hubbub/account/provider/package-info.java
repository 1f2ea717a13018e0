/** Sign-in with an OpenID Connect provider. */
@NullMarked
package chat.hubbub.account.provider;

import org.jspecify.annotations.NullMarked;
