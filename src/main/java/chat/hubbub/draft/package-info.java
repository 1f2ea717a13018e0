/** The unsent texts of accounts, which they find again on every device. */
@NullMarked
package chat.hubbub.draft;

import org.jspecify.annotations.NullMarked;
