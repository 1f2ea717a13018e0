/**
 * The words that people read, in their language. They stand in the files {@code words/}
 * on the class path, also in those of extensions.
 */
@NullMarked
package chat.hubbub.words;

import org.jspecify.annotations.NullMarked;
