/** Requests of the server to addresses that users have given. */
@NullMarked
package chat.hubbub.outgoing;

import org.jspecify.annotations.NullMarked;
