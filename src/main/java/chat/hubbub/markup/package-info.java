/** The markup of texts, as far as the server reads it. */
@NullMarked
package chat.hubbub.markup;

import org.jspecify.annotations.NullMarked;
