package chat.hubbub.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import chat.hubbub.message.Erasures;
import chat.hubbub.search.text.Tokeniser;

/**
 * The index of the words of all messages. It holds a message with the words of its
 * present text, or not at all: a change of a text removes its words in the same
 * transaction, and the follower of the log adds those of the new text later. Thread-safe.
 */
@Component
public class SearchIndex implements Erasures {

	/** The name of the follower that fills it. */
	static final String NAME = "search";

	private static final Logger logger = LoggerFactory.getLogger(SearchIndex.class);

	private final JdbcTemplate jdbc;

	private final IndexRows rows;

	/** With the kind of database, because a copy in another one has no words. */
	private final String stamp;

	/** The events at the start that it does not have yet; empty once it is complete. */
	private volatile Map<String, Long> missing;

	/** Opens the index, and empties it if another tokeniser has made it. */
	SearchIndex(JdbcTemplate jdbc, @Value("${spring.datasource.url}") String url,
			PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		DatabaseDriver database = DatabaseDriver.fromJdbcUrl(url);
		this.rows = (database == DatabaseDriver.SQLITE) ? new SqliteRows(jdbc) : new PostgreSqlRows(jdbc);
		this.stamp = Tokeniser.VERSION + " in " + database;
		if (!isOurs()) {
			new TransactionTemplate(transactions).executeWithoutResult((status) -> beginAnew());
		}
		this.missing = numbers("select name, head from topic where head > 0");
	}

	private boolean isOurs() {
		return this.stamp.equals(this.jdbc.queryForObject("select stamp from search_index", String.class));
	}

	private void beginAnew() {
		this.rows.clear();
		this.jdbc.update("delete from follower_cursor where follower = ?", NAME);
		this.jdbc.update("update search_index set stamp = ?", this.stamp);
		logger.info("The index of the search is made anew, in the background");
	}

	/**
	 * Whether it has all messages that there were at the start of the server.
	 * @return {@code false} while it is made anew
	 */
	public boolean isComplete() {
		if (!this.missing.isEmpty()) {
			Map<String, Long> missing = new HashMap<>(this.missing);
			numbers("select topic, seq from follower_cursor where follower = '" + NAME + "'")
				.forEach((topic, seq) -> missing.computeIfPresent(topic, (name, head) -> (seq < head) ? head : null));
			this.missing = missing;
		}
		return this.missing.isEmpty();
	}

	private Map<String, Long> numbers(String query) {
		Map<String, Long> numbers = new HashMap<>();
		this.jdbc.query(query, (row) -> {
			numbers.put(row.getString(1), row.getLong(2));
		});
		return numbers;
	}

	/**
	 * Finds the newest messages that fit.
	 * @param condition the condition
	 * @param limit the maximum number of messages
	 * @return the messages, the newest first; a phrase may be missing in a very long text
	 * @throws DataAccessException if the database cannot answer, or not in time
	 */
	public FoundPage find(Condition condition, int limit) {
		return this.rows.find(condition, limit);
	}

	/**
	 * The place of a time in the order of messages.
	 * @param time the time, in ms since 1970
	 * @return the id of the first message since then, or a greater one than all have
	 */
	public long firstSince(long time) {
		return this.rows.firstSince(time);
	}

	/** The row of a message. */
	Entry entry(Source message) {
		return new Entry(message.id(), this.rows.words(Tokeniser.tokens(message.text()), message.filters()));
	}

	/** The messages of a topic that are not deleted, by their numbers. */
	List<Source> messages(String topic, Collection<Long> seqs) {
		return this.rows.messages(topic, seqs);
	}

	/**
	 * Adds messages that it does not hold and that still exist, in the transaction of the
	 * caller.
	 */
	void add(List<Source> messages, Map<Long, Entry> entries) {
		if (!isOurs()) {
			throw new IllegalStateException("The index of the search belongs to another version of Hubbub");
		}
		List<Long> ids = messages.stream().map(Source::id).toList();
		Map<Long, String> texts = this.rows.texts(ids);
		Set<Long> held = this.rows.held(ids);
		List<Entry> missing = new ArrayList<>();
		for (Source message : messages) {
			String text = texts.get(message.id());
			if (text != null && !held.contains(message.id())) {
				missing.add(text.equals(message.text()) ? entries.get(message.id()) : entry(message.with(text)));
			}
		}
		this.rows.insert(missing);
	}

	@Override
	public void erased(long message, String former) {
		erased(message, former, false);
	}

	@Override
	public void erased(long message, String former, boolean files) {
		if (!this.rows.held(List.of(message)).isEmpty()) {
			this.rows.remove(entry(this.rows.message(message).with(former).with(files)));
		}
	}

}
