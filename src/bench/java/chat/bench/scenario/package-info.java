/** The scenarios and their measurements. */
@NullMarked
package chat.bench.scenario;

import org.jspecify.annotations.NullMarked;
