/** The connections of clients: what they say, and what becomes of it. */
@NullMarked
package chat.hubbub.broker.connection;

import org.jspecify.annotations.NullMarked;
