package chat.hubbub.message;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** The senders of stored messages. Thread-safe. */
@Repository
class SenderStore {

	// The maximum number of rows in one transaction, because messages wait meanwhile.
	private static final int STEP = 5_000;

	private static final String OF_MESSAGES = "id > :after and id <= :to and login = :login and sender <> :sender";

	private static final String OF_REACTIONS = "message > :after and message <= :to and person = :login and name <> :sender";

	private static final String OF_EVENTS = """
			topic = :topic and seq > :after and seq <= :to and login = :login and sender <> :sender""";

	private final JdbcClient jdbc;

	private final TopicLocks locks;

	private final TransactionOperations transaction;

	SenderStore(JdbcClient jdbc, TopicLocks locks, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.locks = locks;
		this.transaction = transaction;
	}

	/**
	 * Renames a sender in all messages, events and reactions, in steps between which
	 * other messages can be stored.
	 */
	void rename(String login, String sender) {
		long last = this.jdbc.sql("select coalesce(max(id), 0) from message").query(Long.class).single();
		for (long id = 0; id < last; id += STEP) {
			Map<String, ?> rows = Map.of("login", login, "sender", sender, "after", id, "to", id + STEP);
			step("select topic from message where " + OF_MESSAGES,
					"update message set sender = :sender where " + OF_MESSAGES, rows);
			step("select topic from message where id in (select message from message_reaction where " + OF_REACTIONS
					+ ")", "update message_reaction set name = :sender where " + OF_REACTIONS, rows);
		}
		List<Head> heads = this.jdbc.sql("select name, head from topic").query(Head.class).list();
		for (Head topic : heads) {
			for (long seq = 0; seq < topic.head(); seq += STEP) {
				step("select topic from event where " + OF_EVENTS,
						"update event set sender = :sender where " + OF_EVENTS, Map.of("topic", topic.name(), "login",
								login, "sender", sender, "after", seq, "to", seq + STEP));
			}
		}
	}

	private void step(String topics, String update, Map<String, ?> rows) {
		this.transaction.executeWithoutResult((status) -> {
			this.locks.lock(topics, rows);
			this.jdbc.sql(update).params(rows).update();
		});
	}

	/**
	 * The head of a topic.
	 *
	 * @param name its name
	 * @param head the number of its newest event
	 */
	record Head(String name, long head) {

	}

}
