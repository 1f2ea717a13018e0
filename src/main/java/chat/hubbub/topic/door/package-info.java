/** The rights of frames to topics. */
@NullMarked
package chat.hubbub.topic.door;

import org.jspecify.annotations.NullMarked;
