/** The people from whom accounts want no direct messages. */
@NullMarked
package chat.hubbub.block;

import org.jspecify.annotations.NullMarked;
