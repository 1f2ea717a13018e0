/** Topics: their names, settings, members and rights. */
@NullMarked
package chat.hubbub.topic;

import org.jspecify.annotations.NullMarked;
