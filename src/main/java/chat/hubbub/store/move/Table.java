package chat.hubbub.store.move;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that both databases have.
 *
 * @param name its name
 * @param columns its columns, sorted by name
 * @param key the columns of its primary key, by which its rows are copied so that a row
 * comes after those of the table that it refers to; empty if there is no key
 */
record Table(String name, List<Column> columns, List<String> key) {

	/** The statement that reads all rows in the order of the key. */
	String select() {
		String order = this.key.isEmpty() ? ""
				: " order by " + this.key.stream().map(Table::quoted).collect(Collectors.joining(", "));
		return "select " + names() + " from " + quoted(this.name) + order;
	}

	/** The statement that adds a row. */
	String insert() {
		return "insert into " + quoted(this.name) + " (" + names() + ") values ("
				+ this.columns.stream().map((column) -> "?").collect(Collectors.joining(", ")) + ")";
	}

	/** The statement that removes all rows. */
	String delete() {
		return "delete from " + quoted(this.name);
	}

	private String names() {
		return this.columns.stream().map((column) -> quoted(column.name())).collect(Collectors.joining(", "));
	}

	static String quoted(String name) {
		return '"' + name + '"';
	}

}
