/** Previews of the links in messages: pages that the server reads, off by default. */
@NullMarked
package chat.hubbub.preview;

import org.jspecify.annotations.NullMarked;
