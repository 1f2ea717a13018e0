package chat.hubbub.search.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.search.text.Query;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with messages and an index, without a server. */
final class Stores implements AutoCloseable {

	private final String url;

	private final SingleConnectionDataSource source;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private SearchIndex index;

	private Stores(String url, String user, String vendor) {
		this.url = url;
		this.source = new SingleConnectionDataSource(url, user, user, true);
		Flyway.configure()
			.dataSource((DataSource) this.source)
			.locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
			.load()
			.migrate();
		this.jdbc = new JdbcTemplate(this.source);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(this.source));
		this.jdbc.update("insert into topic (name, title, description, created_at) values ('tea', 'Tea', '', 0)");
		open();
	}

	static Stores sqlite(Path folder) {
		return new Stores("jdbc:sqlite:" + folder.resolve("hubbub.db") + "?journal_mode=WAL&secure_delete=true", "",
				"sqlite");
	}

	static Stores postgreSql(Path folder) {
		return new Stores(PostgreSql.url(folder), "postgres", "postgresql");
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	SearchIndex index() {
		return this.index;
	}

	/** Opens the index, as at a start of the server. */
	SearchIndex open() {
		this.index = new SearchIndex(this.jdbc, this.url, new JdbcTransactionManager(this.source));
		return this.index;
	}

	/** Stores messages, which the index does not have yet. */
	void post(long first, List<String> texts) {
		this.transactions.executeWithoutResult((status) -> {
			long seq = first;
			List<Object[]> messages = new ArrayList<>();
			List<Object[]> events = new ArrayList<>();
			for (String text : texts) {
				messages.add(new Object[] { seq, "tea", seq, "ada", "ada", text, seq * 1000 });
				events.add(new Object[] { "tea", seq, "posted", seq });
				seq++;
			}
			this.jdbc.batchUpdate(
					"insert into message (id, topic, seq, login, sender, text, sent_at) values (?, ?, ?, ?, ?, ?, ?)",
					messages);
			this.jdbc.batchUpdate("insert into event (topic, seq, kind, message) values (?, ?, ?, ?)", events);
			this.jdbc.update("update message_id set last = ?", seq - 1);
			this.jdbc.update("update topic set head = ? where name = 'tea'", seq - 1);
		});
	}

	void post(long id, String text) {
		post(id, List.of(text));
	}

	/** Reads messages as the follower does, outside of a transaction. */
	List<Source> read(Long... seqs) {
		return this.index.messages("tea", List.of(seqs));
	}

	/** Adds them as its step does, in the writer's transaction. */
	void add(List<Source> messages) {
		Map<Long, Entry> entries = new HashMap<>();
		messages.forEach((message) -> entries.put(message.id(), this.index.entry(message)));
		this.transactions.executeWithoutResult((status) -> this.index.add(messages, entries));
	}

	void edit(long id, String former, String text) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.update("update message set text = ?, edited_at = 1 where id = ?", text, id);
			this.index.erased(id, former);
		});
	}

	void delete(long id, String former) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.update("update message set text = '', deleted = true where id = ?", id);
			this.index.erased(id, former);
		});
	}

	/** The ids of the messages that fit a query, the newest first. */
	List<Long> find(String query, int limit) {
		return find(Query.of(query), limit);
	}

	List<Long> find(Query query, int limit) {
		return this.index
			.find(new Condition(query.terms(), List.of(Set.of("#tea")), Set.of(), 0, Long.MAX_VALUE), limit)
			.list()
			.stream()
			.map(Found::id)
			.collect(Collectors.toList());
	}

	@Override
	public void close() {
		this.source.destroy();
	}

}
