/** Subscriptions and the shards that deliver to them, with the bounds of what waits. */
@NullMarked
package chat.hubbub.broker.fanout;

import org.jspecify.annotations.NullMarked;
