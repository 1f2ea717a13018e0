/**
 * The transports of clients: TCP, WebSocket, SockJS and the plain WebSocket at /chat/.
 */
@NullMarked
package chat.hubbub.transport;

import org.jspecify.annotations.NullMarked;
