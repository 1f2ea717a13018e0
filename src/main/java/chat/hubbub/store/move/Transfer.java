package chat.hubbub.store.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import chat.hubbub.store.StoreUnusable;

/** Copies all tables, reads them again in the target, and compares. */
final class Transfer {

	private final Connection from;

	private final Connection to;

	private final Side source;

	private final Side target;

	/**
	 * A transfer.
	 * @param from a connection to the source, in a transaction
	 * @param to a connection to the target, in a transaction that the caller commits
	 */
	Transfer(Connection from, Connection to, Side source, Side target) {
		this.from = from;
		this.to = to;
		this.source = source;
		this.target = target;
	}

	/**
	 * Copies and compares.
	 * @return the tables, which are equal in both
	 * @throws StoreUnusable if a table differs
	 */
	Proof run() throws SQLException {
		Schema old = Schema.of(this.from);
		Schema fresh = Schema.of(this.to);
		// Only PostgreSQL enforces references, so its order counts.
		List<Table> tables = this.source.isPostgreSql() ? old.common(fresh) : fresh.common(old);
		empty(tables);
		List<Proof.Line> lines = new ArrayList<>();
		for (Table table : tables) {
			TableCopy copy = new TableCopy(table, this.target.name());
			TableSum read = copy.copy(this.from, this.to);
			TableSum written = Move.at(this.target, () -> copy.sum(this.to));
			if (!read.isEqualTo(written)) {
				throw new StoreUnusable("The table " + table.name() + " has " + read.rows() + " rows with the hash "
						+ read.hash() + " in " + this.source.name() + ", but " + written.rows() + " rows with "
						+ written.hash() + " in " + this.target.name() + ": nothing was moved.");
			}
			lines.add(new Proof.Line(table.name(), written.rows(), written.hash(), read.replaced()));
		}
		carryNumbers();
		Set<String> left = new TreeSet<>(old.names());
		tables.forEach((table) -> left.remove(table.name()));
		return new Proof(lines, List.copyOf(left));
	}

	private void carryNumbers() {
		Move.at(this.target, () -> {
			if (this.target.isPostgreSql()) {
				LastNumbers.toSequences(this.to);
			}
			else {
				LastNumbers.toCounters(this.from, this.to);
			}
			return this.target;
		});
	}

	/** Removes the rows that migrations have added. */
	private void empty(List<Table> tables) {
		Move.at(this.target, () -> {
			try (Statement statement = this.to.createStatement()) {
				for (int i = tables.size() - 1; i >= 0; i--) {
					statement.executeUpdate(tables.get(i).delete());
				}
				return tables;
			}
		});
	}

}
