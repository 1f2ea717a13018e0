/**
 * The settings of the whole server that admins choose: its name, its guests, its sign-up.
 */
@NullMarked
package chat.hubbub.setting;

import org.jspecify.annotations.NullMarked;
