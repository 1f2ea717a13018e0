/** The same little chat as stock Spring does it. */
@NullMarked
package chat.bench.stock;

import org.jspecify.annotations.NullMarked;
