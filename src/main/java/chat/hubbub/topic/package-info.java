/** Topics: what they are called, which there are, and how one is added. */
@NullMarked
package chat.hubbub.topic;

import org.jspecify.annotations.NullMarked;
