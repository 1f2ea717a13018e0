package chat.hubbub.search.index;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import chat.hubbub.search.text.Token;

/**
 * The rows of an index, and the messages that they are made of. Each database has its own
 * kind of index and finds the same messages. Thread-safe.
 */
abstract class IndexRows {

	private static final RowMapper<Source> SOURCE = (row, number) -> new Source(row.getLong("id"),
			row.getString("topic"), row.getString("login"), row.getString("sender"), row.getString("text"),
			row.getBoolean("files"));

	static final FoundPage NOTHING = new FoundPage(List.of(), true);

	private final JdbcTemplate jdbc;

	IndexRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	/** The words of a text and its filters, in the form of this database. */
	abstract String words(List<Token> tokens, List<String> filters);

	/** Adds rows that the index does not hold. */
	abstract void insert(List<Entry> entries);

	/** Removes a row that the index holds. */
	abstract void remove(Entry entry);

	/** Removes all rows. */
	abstract void clear();

	/** Finds the newest messages that fit, the newest first. */
	abstract FoundPage find(Condition condition, int limit);

	/** The condition that a column of numbers is in a list, which is one parameter. */
	abstract String isIn(String column);

	/** The parameter of such a list. */
	abstract String list(Collection<Long> numbers);

	/** The table that has a row for each message in the index, with its id. */
	abstract String rows();

	/** The end of a query that keeps its messages from being changed meanwhile. */
	abstract String lock();

	/**
	 * The messages of a topic that are not deleted, by their numbers. The first and last
	 * are named because a database without statistics would look at each of the topic.
	 */
	List<Source> messages(String topic, Collection<Long> seqs) {
		return this.jdbc
			.query("""
					select m.id, m.topic, m.login, m.sender, m.text, m.attachments is not null as files from event e join message m on m.id = e.message
					where e.topic = ? and e.seq between ? and ? and e.kind = 'posted' and not m.deleted and\s"""
					+ isIn("e.seq"), SOURCE, topic, Collections.min(seqs), Collections.max(seqs), list(seqs));
	}

	/** A message by its id. */
	Source message(long id) {
		return this.jdbc
			.query("select id, topic, login, sender, text, attachments is not null as files from message where id = ?",
					SOURCE, id)
			.get(0);
	}

	/**
	 * The texts of messages that are not deleted, in the transaction of the caller, which
	 * keeps them from being changed.
	 */
	Map<Long, String> texts(Collection<Long> ids) {
		Map<Long, String> texts = new HashMap<>();
		this.jdbc.query("select id, text from message where not deleted and " + isIn("id") + lock(), (row) -> {
			texts.put(row.getLong(1), row.getString(2));
		}, list(ids));
		return texts;
	}

	/** Those of some messages that the index holds. */
	Set<Long> held(Collection<Long> ids) {
		return new HashSet<>(
				this.jdbc.queryForList("select id from " + rows() + " where " + isIn("id"), Long.class, list(ids)));
	}

	/**
	 * The id of the first message since a time; greater than all ids if it is later than
	 * all.
	 */
	long firstSince(long time) {
		long low = 1;
		long high = this.jdbc.queryForList("select coalesce(max(id), 0) from message", Long.class).get(0) + 1;
		while (low < high) {
			long middle = (low + high) >>> 1;
			List<Long> sentAt = this.jdbc.queryForList(
					"select sent_at from message where id >= ? and id < ? order by id limit 1", Long.class, middle,
					high);
			if (!sentAt.isEmpty() && sentAt.get(0) < time) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
