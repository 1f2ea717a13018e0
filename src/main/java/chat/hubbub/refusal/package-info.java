/** What a client is told when it asks for what cannot be done: a code and a sentence. */
@NullMarked
package chat.hubbub.refusal;

import org.jspecify.annotations.NullMarked;
