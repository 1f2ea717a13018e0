/** The limits of clients: frames, connections, attempts to sign in, and requests. */
@NullMarked
package chat.hubbub.limit;

import org.jspecify.annotations.NullMarked;
