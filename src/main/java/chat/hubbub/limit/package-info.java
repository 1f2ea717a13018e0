/** How much and how often a client may ask. */
@NullMarked
package chat.hubbub.limit;

import org.jspecify.annotations.NullMarked;
