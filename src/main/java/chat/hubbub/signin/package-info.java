/** To whom a request or a connection belongs. */
@NullMarked
package chat.hubbub.signin;

import org.jspecify.annotations.NullMarked;
