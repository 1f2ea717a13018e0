/** The audit log: acts that may have to be accounted for, recorded for admins. */
@NullMarked
package chat.hubbub.audit;

import org.jspecify.annotations.NullMarked;
