/** What people did that others may have to answer for, kept for admins to read. */
@NullMarked
package chat.hubbub.audit;

import org.jspecify.annotations.NullMarked;
