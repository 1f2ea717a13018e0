/**
 * The message broker: connections, subscriptions, delivery, replay, receipts and refusals
 * of frames.
 */
@NullMarked
package chat.hubbub.broker;

import org.jspecify.annotations.NullMarked;
