package chat.hubbub.store.move;

import java.io.PrintStream;
import java.util.List;

/**
 * The tables that are equal in both databases.
 *
 * @param lines the tables
 * @param left the tables of the source that the target does not have
 */
record Proof(List<Line> lines, List<String> left) {

	/**
	 * A table.
	 *
	 * @param table its name
	 * @param rows the number of its rows
	 * @param hash the sum of its rows
	 * @param replaced the number of texts in which U+0000 became U+FFFD
	 */
	record Line(String table, long rows, String hash, long replaced) {

	}

	void print(PrintStream out, String source, String target) {
		out.printf("%-26s %10s  %s%n", "table", "rows", "sum of the SHA-256 of all rows, equal in both");
		for (Line line : this.lines) {
			out.printf("%-26s %10d  %s%n", line.table(), line.rows(), line.hash());
		}
		for (Line line : this.lines) {
			if (line.replaced() > 0) {
				out.println(line.table() + ": U+0000 became U+FFFD in " + line.replaced()
						+ " texts, because PostgreSQL cannot store it.");
			}
		}
		if (!this.left.isEmpty()) {
			out.println("Not moved, because they are not Hubbub's tables: " + String.join(", ", this.left) + ".");
		}
		out.println("Moved " + this.lines.size() + " tables with " + this.lines.stream().mapToLong(Line::rows).sum()
				+ " rows from " + source + " to " + target + ", and both are equal. The source is unchanged.");
	}

}
