/** People who upload files over HTTP, each on a thread of their own. */
@NullMarked
package chat.bench.file;

import org.jspecify.annotations.NullMarked;
