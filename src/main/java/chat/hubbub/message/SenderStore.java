package chat.hubbub.message;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The senders of stored messages. Thread-safe. */
@Repository
class SenderStore {

	// The maximum number of rows in one transaction, because messages wait meanwhile.
	private static final int STEP = 5_000;

	private final JdbcClient jdbc;

	SenderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Renames a sender in all messages, events and reactions, in steps between which
	 * other messages can be stored.
	 */
	void rename(String login, String sender) {
		long last = this.jdbc.sql("select last from message_id").query(Long.class).single();
		for (long id = 0; id < last; id += STEP) {
			renameMessages(id, login, sender);
			renameReactions(id, login, sender);
		}
		List<Head> heads = this.jdbc.sql("select name, head from topic").query(Head.class).list();
		for (Head topic : heads) {
			for (long seq = 0; seq < topic.head(); seq += STEP) {
				renameEvents(topic.name(), seq, login, sender);
			}
		}
	}

	private void renameMessages(long after, String login, String sender) {
		this.jdbc.sql("""
				update message set sender = :sender
				where id > :after and id <= :to and login = :login and sender <> :sender""")
			.param("sender", sender)
			.param("after", after)
			.param("to", after + STEP)
			.param("login", login)
			.update();
	}

	private void renameReactions(long after, String person, String name) {
		this.jdbc.sql("""
				update message_reaction set name = :name
				where message > :after and message <= :to and person = :person and name <> :name""")
			.param("name", name)
			.param("after", after)
			.param("to", after + STEP)
			.param("person", person)
			.update();
	}

	private void renameEvents(String topic, long after, String login, String sender) {
		this.jdbc.sql("""
				update event set sender = :sender
				where topic = :topic and seq > :after and seq <= :to and login = :login and sender <> :sender""")
			.param("sender", sender)
			.param("topic", topic)
			.param("after", after)
			.param("to", after + STEP)
			.param("login", login)
			.update();
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
