/** The database that all features share: its connections and its faults. */
@NullMarked
package chat.hubbub.store;

import org.jspecify.annotations.NullMarked;
