/** Messages: posting, deletion, storage in one order, broadcast and history. */
@NullMarked
package chat.hubbub.message;

import org.jspecify.annotations.NullMarked;
