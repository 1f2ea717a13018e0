/** The message broker: destinations, receipts and refusals of client frames. */
@NullMarked
package chat.hubbub.broker;

import org.jspecify.annotations.NullMarked;
