/** The events of topics in RabbitMQ, for programs that are no clients of Hubbub. */
@NullMarked
package chat.hubbub.relay;

import org.jspecify.annotations.NullMarked;
