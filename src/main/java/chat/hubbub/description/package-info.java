/**
 * The description of the HTTP API for programs, which springdoc makes of the controllers.
 */
@NullMarked
package chat.hubbub.description;

import org.jspecify.annotations.NullMarked;
