/** Identities: names, accounts, sessions, tokens, invitations and online guests. */
@NullMarked
package chat.hubbub.account;

import org.jspecify.annotations.NullMarked;
