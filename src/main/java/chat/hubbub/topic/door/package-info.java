/** Which frame may name which topic. */
@NullMarked
package chat.hubbub.topic.door;

import org.jspecify.annotations.NullMarked;
