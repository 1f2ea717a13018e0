/** Where the bytes of files are kept. */
@NullMarked
package chat.hubbub.file.store;

import org.jspecify.annotations.NullMarked;
