package chat.hubbub.message;

import java.util.Map;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import chat.hubbub.store.StoreKind;

/**
 * Keeps the log's writers out of some topics while other code changes their messages.
 * Thread-safe.
 */
@FunctionalInterface
interface TopicLocks {

	/** PostgreSQL locks rows in the order of the writers; see {@link LockedNumbering}. */
	String LOCK = "select name from topic where name in (%s) order by name for no key update";

	/**
	 * Locks topics until the end of the transaction of the caller.
	 * @param topics a query for their names
	 * @param params its parameters
	 */
	void lock(String topics, Map<String, ?> params);

	/** The locks of one database. */
	static TopicLocks of(JdbcClient jdbc, DataSource source) {
		return switch (StoreKind.of(source)) {
			// A transaction locks the whole file.
			case SQLITE -> (topics, params) -> {
			};
			case POSTGRESQL -> (topics, params) -> jdbc.sql(LOCK.formatted(topics)).params(params).query().listOfRows();
		};
	}

}
