/**
 * Pictures of others: what their files say besides their pixels, and small forms of them.
 */
@NullMarked
package chat.hubbub.picture;

import org.jspecify.annotations.NullMarked;
