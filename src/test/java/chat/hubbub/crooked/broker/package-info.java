/** The only package here that is marked. */
@NullMarked
package chat.hubbub.crooked.broker;

import org.jspecify.annotations.NullMarked;
