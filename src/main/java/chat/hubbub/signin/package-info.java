/** The identity of requests and connections. */
@NullMarked
package chat.hubbub.signin;

import org.jspecify.annotations.NullMarked;
