/** Refusals: a client whose request cannot be served gets a code and a sentence. */
@NullMarked
package chat.hubbub.refusal;

import org.jspecify.annotations.NullMarked;
