/** One node and two, beside Spring's relay to RabbitMQ. */
@NullMarked
package chat.bench.cluster;

import org.jspecify.annotations.NullMarked;
