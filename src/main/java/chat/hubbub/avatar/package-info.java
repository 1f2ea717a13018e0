/** The pictures of people: their upload, which makes them small, and who has which. */
@NullMarked
package chat.hubbub.avatar;

import org.jspecify.annotations.NullMarked;
