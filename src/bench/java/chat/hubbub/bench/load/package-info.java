/** The load generator: one thread, STOMP over WebSocket, counting by stamps. */
@NullMarked
package chat.hubbub.bench.load;

import org.jspecify.annotations.NullMarked;
