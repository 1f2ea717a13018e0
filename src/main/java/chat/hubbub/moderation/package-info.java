/** Mutes and bans, on the whole server and in topics. */
@NullMarked
package chat.hubbub.moderation;

import org.jspecify.annotations.NullMarked;
