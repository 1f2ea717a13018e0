/** Files in messages: their upload, their address, and their end. */
@NullMarked
package chat.hubbub.file;

import org.jspecify.annotations.NullMarked;
