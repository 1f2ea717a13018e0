/** What is measured. */
@NullMarked
package chat.bench.scenario;

import org.jspecify.annotations.NullMarked;
