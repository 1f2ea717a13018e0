/** The search in messages: an index that follows their log, and the queries of users. */
@NullMarked
package chat.hubbub.search;

import org.jspecify.annotations.NullMarked;
