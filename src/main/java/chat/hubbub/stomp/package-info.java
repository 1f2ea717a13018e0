/** STOMP as bytes: frames, versions, heart-beats, bounds. Knows nothing of Spring. */
@NullMarked
package chat.hubbub.stomp;

import org.jspecify.annotations.NullMarked;
