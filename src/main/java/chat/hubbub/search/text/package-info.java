/** The words of texts and of queries; knows no database. */
@NullMarked
package chat.hubbub.search.text;

import org.jspecify.annotations.NullMarked;
