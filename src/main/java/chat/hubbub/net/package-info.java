/** Where clients are: their addresses, and what counts as one. */
@NullMarked
package chat.hubbub.net;

import org.jspecify.annotations.NullMarked;
