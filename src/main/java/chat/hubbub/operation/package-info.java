/** For the people who run a server: its health as a metric, and its shutdown. */
@NullMarked
package chat.hubbub.operation;

import org.jspecify.annotations.NullMarked;
