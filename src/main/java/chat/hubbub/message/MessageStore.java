package chat.hubbub.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import chat.hubbub.audit.Act;
import chat.hubbub.topic.TopicName;

/**
 * The stored events. Reading is thread-safe; storing is for one thread.
 */
@Repository
class MessageStore implements DisposableBean {

	private final JdbcClient jdbc;

	private final WriteConnection writes;

	private final Numbering numbering;

	private final EventRows rows;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MessageStore(JdbcClient jdbc, DataSource source, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.writes = new WriteConnection(source);
		this.numbering = new Numbering(this.writes);
		this.rows = new EventRows(this.writes);
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Grants the wishes of units in one commit.
	 * @param units in the order in which they shall be numbered; of each unit all is
	 * granted, or nothing
	 * @return what became of them; it is on disk
	 */
	Commit store(List<Unit> units) {
		try {
			Commit commit = this.writes.commit(() -> grant(units));
			this.numbering.committed();
			return commit;
		}
		catch (RuntimeException | Error ex) {
			this.numbering.forget();
			this.rows.forget();
			throw ex;
		}
	}

	private Commit grant(List<Unit> units) throws SQLException {
		Commit commit = new Commit(Instant.ofEpochMilli(this.clock.millis()), this.numbering, this.rows, units.size());
		for (Unit unit : units) {
			commit.add(unit);
		}
		commit.flush();
		for (Act act : commit.acts()) {
			this.writes.share(() -> this.events.publishEvent(act));
		}
		return commit;
	}

	List<Event> before(TopicName topic, long seq, int limit) {
		return page(topic, "event.seq < :seq order by event.seq desc", seq, limit);
	}

	List<Event> after(TopicName topic, long seq, int limit) {
		return page(topic, "event.seq > :seq order by event.seq", seq, limit);
	}

	private List<Event> page(TopicName topic, String range, long seq, int limit) {
		return this.jdbc.sql(EventRows.SELECT + "where event.topic = :topic and " + range + " limit :limit")
			.param("topic", topic.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(MessageStore::events);
	}

	/** Who posted a message; empty if no message has that number. */
	Optional<Authorship> authorship(TopicName topic, long seq) {
		return this.jdbc.sql("""
				select message.sender, message.login from event join message on message.id = event.message
				where event.topic = :topic and event.seq = :seq and event.kind = 'posted'""")
			.param("topic", topic.value())
			.param("seq", seq)
			.query(Authorship.class)
			.optional();
	}

	long head(TopicName topic) {
		return this.jdbc.sql("select head from topic where name = :topic")
			.param("topic", topic.value())
			.query(Long.class)
			.single();
	}

	@Override
	public void destroy() {
		this.writes.close();
	}

	private static List<Event> events(ResultSet rows) throws SQLException {
		PageOfEvents page = new PageOfEvents();
		while (rows.next() && page.add(EventRows.event(rows))) {
			// The rest is not read.
		}
		return page.events();
	}

}
