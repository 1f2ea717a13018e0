/** Messages that people have reported to the admins. */
@NullMarked
package chat.hubbub.report;

import org.jspecify.annotations.NullMarked;
