/** Dice that everybody sees. */
@NullMarked
package chat.hubbub.dice;

import org.jspecify.annotations.NullMarked;
