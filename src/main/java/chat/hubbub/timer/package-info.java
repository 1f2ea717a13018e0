/** Tasks that are repeated for the life of the server. */
@NullMarked
package chat.hubbub.timer;

import org.jspecify.annotations.NullMarked;
