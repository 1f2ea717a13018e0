/** Messages: posted, stored in one order, broadcast, and read again. */
@NullMarked
package chat.hubbub.message;

import org.jspecify.annotations.NullMarked;
