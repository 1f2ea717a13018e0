/** Hubbub, a chat over STOMP. Each package is one feature. */
@NullMarked
package chat.hubbub;

import org.jspecify.annotations.NullMarked;
