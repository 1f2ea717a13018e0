/**
 * The STOMP protocol: frames, versions, heart-beats and limits. It does not depend on
 * Spring.
 */
@NullMarked
package chat.hubbub.stomp;

import org.jspecify.annotations.NullMarked;
