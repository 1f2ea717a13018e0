/** The people who are in a topic now, and those who are typing there. */
@NullMarked
package chat.hubbub.presence;

import org.jspecify.annotations.NullMarked;
