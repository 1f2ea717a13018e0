/** Who is muted or banned, on the whole server or in a topic. */
@NullMarked
package chat.hubbub.moderation;

import org.jspecify.annotations.NullMarked;
