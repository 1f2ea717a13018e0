/**
 * The icon of the server: its upload, which makes it in several sizes, and its addresses.
 */
@NullMarked
package chat.hubbub.icon;

import org.jspecify.annotations.NullMarked;
