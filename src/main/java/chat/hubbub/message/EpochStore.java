package chat.hubbub.message;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.topic.TopicName;

/**
 * The tables of epochs. Their size is limited: an epoch has one row, and one more for
 * each topic that changed since the epoch before it. Thread-safe.
 */
@Repository
class EpochStore {

	/**
	 * The number of epochs that are kept; a client with an older one has been offline for
	 * too long.
	 */
	static final int KEPT = 1_000;

	private final JdbcClient jdbc;

	EpochStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Starts an epoch; to be called in a transaction. */
	void begin(String id, Instant now) {
		long number = this.jdbc.sql("update last_id set last = last + 1 where name = 'epoch' returning last")
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into epoch (number, id, begun_at) values (:number, :id, :now)")
			.param("number", number)
			.param("id", id)
			.param("now", now.toEpochMilli())
			.update();
		this.jdbc.sql("""
				insert into epoch_head (topic, epoch, head)
				select name, :number, head from topic
				where head > coalesce((select max(head) from epoch_head where epoch_head.topic = topic.name), 0)""")
			.param("number", number)
			.update();
		forget(number - KEPT);
	}

	/** The id of the newest epoch, which another node has started. */
	String newest() {
		return this.jdbc.sql("select id from epoch order by number desc limit 1").query(String.class).single();
	}

	/**
	 * Deletes old epochs, but keeps the newest deleted head of each topic, because later
	 * epochs depend on it.
	 */
	private void forget(long last) {
		this.jdbc.sql("delete from epoch where number <= :last").param("last", last).update();
		this.jdbc.sql("""
				delete from epoch_head where epoch < (
				select max(later.epoch) from epoch_head later
				where later.topic = epoch_head.topic and later.epoch <= :last)""").param("last", last).update();
	}

	/**
	 * Whether an epoch is known, and the topic had reached a number when the next epoch
	 * began.
	 */
	boolean isContinued(String id, TopicName topic, long seq) {
		return this.jdbc.sql("""
				select coalesce((select max(head) from epoch_head
				where topic = :topic and epoch <= next.number), 0)
				from epoch known join epoch next on next.number = known.number + 1
				where known.id = :id""")
			.param("topic", topic.value())
			.param("id", id)
			.query(Long.class)
			.optional()
			.filter((head) -> head >= seq)
			.isPresent();
	}

}
