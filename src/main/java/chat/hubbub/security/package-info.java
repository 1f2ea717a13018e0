/** Who a connection belongs to, and what it may do. */
@NullMarked
package chat.hubbub.security;

import org.jspecify.annotations.NullMarked;
