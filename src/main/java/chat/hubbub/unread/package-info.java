/** How far each person has read each topic, and the counts of what is new there. */
@NullMarked
package chat.hubbub.unread;

import org.jspecify.annotations.NullMarked;
