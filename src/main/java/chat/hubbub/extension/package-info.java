/**
 * Jars in the folder {@code extensions}, which add topics and settings without a fork.
 */
@NullMarked
package chat.hubbub.extension;

import org.jspecify.annotations.NullMarked;
