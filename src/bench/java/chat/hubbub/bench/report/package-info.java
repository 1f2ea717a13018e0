/** What comes out: a table and a chart. */
@NullMarked
package chat.hubbub.bench.report;

import org.jspecify.annotations.NullMarked;
