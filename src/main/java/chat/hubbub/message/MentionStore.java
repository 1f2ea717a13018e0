package chat.hubbub.message;

import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The names in stored mentions. Thread-safe. */
@Repository
class MentionStore {

	// The maximum number of rows in one transaction, because messages wait meanwhile.
	private static final int STEP = 5_000;

	private static final String TOPICS = "select topic from mention where account = :account and name <> :name";

	private static final String RENAME = """
			update mention set written = coalesce(written, name), name = :name
			where (topic, seq, place) in (select topic, seq, place from mention
			where account = :account and name <> :name limit :step)""";

	private final JdbcClient jdbc;

	private final TopicLocks locks;

	private final TransactionOperations transaction;

	MentionStore(JdbcClient jdbc, TopicLocks locks, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.locks = locks;
		this.transaction = transaction;
	}

	/**
	 * Gives an account another name in all mentions, in steps between which other
	 * messages can be stored. The texts keep the former name.
	 */
	void rename(long account, String name) {
		int renamed = STEP;
		while (renamed == STEP) {
			renamed = this.transaction.execute((status) -> step(account, name));
		}
	}

	private int step(long account, String name) {
		this.locks.lock(TOPICS, Map.of("account", account, "name", name));
		return this.jdbc.sql(RENAME).param("account", account).param("name", name).param("step", STEP).update();
	}

}
