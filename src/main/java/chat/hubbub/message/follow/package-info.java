/** Followers of the log: their threads, their cursors, and the events they read. */
@NullMarked
package chat.hubbub.message.follow;

import org.jspecify.annotations.NullMarked;
