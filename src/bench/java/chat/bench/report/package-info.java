/** The report: a table and a chart. */
@NullMarked
package chat.bench.report;

import org.jspecify.annotations.NullMarked;
