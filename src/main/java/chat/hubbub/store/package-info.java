/** The one file that all features keep their rows in: its connections and its faults. */
@NullMarked
package chat.hubbub.store;

import org.jspecify.annotations.NullMarked;
