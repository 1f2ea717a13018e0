/** The load generator: one thread, STOMP over WebSocket, counting by stamps. */
@NullMarked
package chat.bench.load;

import org.jspecify.annotations.NullMarked;
