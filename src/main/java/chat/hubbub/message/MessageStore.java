package chat.hubbub.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

import chat.hubbub.audit.Act;
import chat.hubbub.broker.Backlog;
import chat.hubbub.topic.TopicName;

/**
 * The stored messages and events. Reading is thread-safe; storing is for one thread.
 */
@Repository
class MessageStore implements DisposableBean {

	private final JdbcClient jdbc;

	private final WriteConnection writes;

	private final Numbering numbering;

	private final EventRows rows;

	private final PastReactions reactions;

	private final PastMentions mentions;

	private final ApplicationEventPublisher events;

	private final List<Consumer<Committed>> participants = new CopyOnWriteArrayList<>();

	MessageStore(JdbcClient jdbc, DataSource source, ApplicationEventPublisher events, Clock clock, Erasures erasures) {
		this.jdbc = jdbc;
		Writing writing = Writing.of(source);
		this.writes = new WriteConnection(source, writing);
		this.numbering = writing.numbering(this.writes, clock);
		this.rows = new EventRows(this.writes, erasures);
		this.reactions = new PastReactions(jdbc);
		this.mentions = new PastMentions(jdbc);
		this.events = events;
	}

	/**
	 * Grants units of wishes in one commit.
	 * @param units the units, in the order of the numbers they get; each is granted
	 * completely or not at all
	 * @param additions other rows; each is written completely or blamed
	 * @return the finished commit, which is on disk
	 */
	Commit store(List<Unit> units, List<Addition> additions) {
		Commit commit = new Commit(this.numbering, this.rows, units.size());
		try {
			this.writes.commit(() -> grant(commit, units, additions));
			this.numbering.committed();
			return commit;
		}
		catch (RuntimeException | Error ex) {
			this.numbering.forget();
			this.rows.forget();
			throw ex;
		}
	}

	private void grant(Commit commit, List<Unit> units, List<Addition> additions) throws SQLException {
		commit.begin(units, additions.stream().flatMap((addition) -> addition.topics().stream()).toList());
		for (Unit unit : units) {
			commit.add(unit);
		}
		commit.flush();
		for (Act act : commit.acts()) {
			this.writes.share(() -> this.events.publishEvent(act));
		}
		for (Addition addition : additions) {
			add(addition);
		}
		if (!this.participants.isEmpty()) {
			Committed committed = commit.committed();
			for (Consumer<Committed> participant : this.participants) {
				this.writes.share(() -> participant.accept(committed));
			}
		}
	}

	private void add(Addition addition) throws SQLException {
		try {
			this.writes.attempt(addition::write);
		}
		catch (RuntimeException | Error ex) {
			addition.blame(ex);
		}
		catch (SQLException ex) {
			addition.blame(ex);
			throw ex;
		}
	}

	/** See {@link EventLog#beforeCommit}. */
	void beforeCommit(Consumer<Committed> participant) {
		this.participants.add(participant);
	}

	/** All events after a number, the oldest first. */
	List<Event> after(TopicName topic, long seq, int limit) {
		return entriesAfter(topic, seq, limit).stream().map(LogEntry::event).toList();
	}

	/** The same with their authors. */
	List<LogEntry> entriesAfter(TopicName topic, long seq, int limit) {
		return page(topic, "event.seq > :seq order by event.seq", seq, limit);
	}

	/** The messages after a number in their present state, the oldest first. */
	List<Posted> messagesAfter(TopicName topic, long seq, int limit) {
		return posted(page(topic, "event.kind = 'posted' and event.seq > :seq order by event.seq", seq, limit));
	}

	/** The messages before a number in their present state, the newest first. */
	List<Posted> messagesBefore(TopicName topic, long seq, int limit) {
		return posted(page(topic, "event.kind = 'posted' and event.seq < :seq order by event.seq desc", seq, limit));
	}

	/**
	 * The messages around a number in their present state, the oldest first. Each half
	 * may have half of the bytes of a page.
	 */
	List<Posted> messagesAround(TopicName topic, long seq, int limit) {
		List<Posted> around = new ArrayList<>(
				posted(page(topic, "event.kind = 'posted' and event.seq <= :seq order by event.seq desc", seq,
						(limit + 1) / 2, Backlog.PAGE_BYTES / 2)));
		Collections.reverse(around);
		around.addAll(posted(page(topic, "event.kind = 'posted' and event.seq > :seq order by event.seq", seq,
				limit / 2, Backlog.PAGE_BYTES / 2)));
		return around;
	}

	/** Messages by their numbers in their present state, in any order. */
	List<Posted> messages(TopicName topic, Collection<Long> seqs) {
		List<LogEntry> entries = this.jdbc.sql(EventRows.SELECT + """
				where event.topic = :topic and event.kind = 'posted' and event.seq in (:seqs)""")
			.param("topic", topic.value())
			.param("seqs", seqs)
			.query((row, number) -> EventRows.entry(row))
			.list();
		return posted(this.mentions.complete(topic, this.reactions.completeEach(topic, entries)));
	}

	/** The start of the newest messages: see {@link Backlog#last}. */
	OptionalLong last(TopicName topic, long count, long head) {
		List<Long> seqs = this.jdbc.sql("""
				select seq from event where topic = :topic and kind = 'posted' and seq > :after
				order by seq desc limit :count""")
			.param("topic", topic.value())
			.param("after", head - Backlog.LAST_EVENTS)
			.param("count", count)
			.query(Long.class)
			.list();
		if (seqs.size() >= count) {
			return OptionalLong.of(seqs.get(seqs.size() - 1));
		}
		return (head <= Backlog.LAST_EVENTS) ? OptionalLong.of(1) : OptionalLong.empty();
	}

	private List<LogEntry> page(TopicName topic, String range, long seq, int limit) {
		return page(topic, range, seq, limit, Backlog.PAGE_BYTES);
	}

	private List<LogEntry> page(TopicName topic, String range, long seq, int limit, long maxBytes) {
		ResultSetExtractor<List<LogEntry>> page = (rows) -> entries(rows, new PageOfEvents(maxBytes));
		List<LogEntry> entries = this.jdbc
			.sql(EventRows.SELECT + "where event.topic = :topic and " + range + " limit :limit")
			.param("topic", topic.value())
			.param("seq", seq)
			.param("limit", limit)
			.query(page);
		return new PageOfEvents(maxBytes).fill(this.mentions.complete(topic, this.reactions.complete(topic, entries)));
	}

	private static List<Posted> posted(List<LogEntry> entries) {
		return entries.stream().map((entry) -> (Posted) entry.event()).toList();
	}

	/** The author of a message; empty if there is no message with that number. */
	Optional<Authorship> authorship(TopicName topic, long seq) {
		return this.jdbc
			.sql("""
					select message.sender, message.login, message.guest from event join message on message.id = event.message
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

	/** The heads of some topics by their destinations; for PostgreSQL. */
	Map<String, Long> heads(List<String> topics) {
		return heads(this.jdbc.sql("select name, head from topic where name = any(?)")
			.param(new SqlArrayValue("text", topics.toArray())));
	}

	/** The heads of all topics with events, by their destinations. */
	Map<String, Long> heads() {
		return heads(this.jdbc.sql("select name, head from topic where head > 0"));
	}

	private static Map<String, Long> heads(JdbcClient.StatementSpec query) {
		Map<String, Long> heads = new HashMap<>();
		query.query((row) -> {
			heads.put(new TopicName(row.getString("name")).destination(), row.getLong("head"));
		});
		return heads;
	}

	@Override
	public void destroy() {
		this.writes.close();
	}

	private static List<LogEntry> entries(ResultSet rows, PageOfEvents page) throws SQLException {
		while (rows.next() && page.add(EventRows.entry(rows))) {
			// The remaining rows are not read.
		}
		return page.entries();
	}

}
