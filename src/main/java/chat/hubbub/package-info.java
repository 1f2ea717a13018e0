/** Hubbub: a chat over STOMP, each package of it one feature. */
@NullMarked
package chat.hubbub;

import org.jspecify.annotations.NullMarked;
