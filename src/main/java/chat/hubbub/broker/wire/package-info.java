/**
 * Output as bytes: messages encoded once, their framing, and the links that carry them.
 */
@NullMarked
package chat.hubbub.broker.wire;

import org.jspecify.annotations.NullMarked;
