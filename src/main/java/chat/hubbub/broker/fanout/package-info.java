/** Subscriptions, the shards that deliver to them, and their bounded outboxes. */
@NullMarked
package chat.hubbub.broker.fanout;

import org.jspecify.annotations.NullMarked;
