package chat.hubbub.broker.connection;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

import chat.hubbub.broker.KnownAs;

/**
 * An index of connections by their names. It has an entry for each name of each open
 * connection, and changes only when a connection begins or ends. Thread-safe, without
 * locks.
 */
final class NameIndex {

	private final ConcurrentSkipListMap<Entry, Connection> entries = new ConcurrentSkipListMap<>();

	/** Adds a connection under the names in its attributes. */
	void add(Connection connection) {
		names(connection).forEach((name) -> this.entries.put(new Entry(name, connection.id()), connection));
	}

	/** Does nothing if the connection was not added. */
	void remove(Connection connection) {
		names(connection).forEach((name) -> this.entries.remove(new Entry(name, connection.id())));
	}

	/**
	 * The connections with a name: a live view, which may be read while connections begin
	 * and end.
	 */
	Collection<Connection> of(String name) {
		// Ids are never empty, and names contain no NUL.
		return this.entries.subMap(new Entry(name, ""), new Entry(name + '\0', "")).values();
	}

	private static Set<String> names(Connection connection) {
		return (connection.attributes().get(KnownAs.ATTRIBUTE) instanceof KnownAs known) ? known.names() : Set.of();
	}

	/**
	 * A name of a connection.
	 *
	 * @param name the name
	 * @param id the id of its connection
	 */
	private record Entry(String name, String id) implements Comparable<Entry> {

		@Override
		public int compareTo(Entry other) {
			int order = this.name.compareTo(other.name);
			return (order != 0) ? order : this.id.compareTo(other.id);
		}

	}

}
