/** Invitations, and the sign-up of new accounts. */
@NullMarked
package chat.hubbub.account.invite;

import org.jspecify.annotations.NullMarked;
