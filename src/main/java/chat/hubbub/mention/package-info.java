/** The people whom messages mention, and the notices to them. */
@NullMarked
package chat.hubbub.mention;

import org.jspecify.annotations.NullMarked;
