/** Moves all data from one database to another, and proves that both are equal. */
@NullMarked
package chat.hubbub.store.move;

import org.jspecify.annotations.NullMarked;
