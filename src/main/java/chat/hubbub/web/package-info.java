/** The page, the browser's session, and refusals over HTTP. */
@NullMarked
package chat.hubbub.web;

import org.jspecify.annotations.NullMarked;
