/** The stored index, and how it follows the log of messages. */
@NullMarked
package chat.hubbub.search.index;

import org.jspecify.annotations.NullMarked;
