/** What is measured. */
@NullMarked
package chat.hubbub.bench.scenario;

import org.jspecify.annotations.NullMarked;
