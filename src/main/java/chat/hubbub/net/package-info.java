/** The addresses of clients, and the units by which they are counted. */
@NullMarked
package chat.hubbub.net;

import org.jspecify.annotations.NullMarked;
