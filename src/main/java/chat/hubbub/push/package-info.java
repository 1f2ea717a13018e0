/**
 * Web Push: notices of messages for people who have no page open, by way of the push
 * services of their browsers, which cannot read them.
 */
@NullMarked
package chat.hubbub.push;

import org.jspecify.annotations.NullMarked;
