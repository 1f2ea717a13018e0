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
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

import chat.hubbub.audit.Act;
import chat.hubbub.broker.Backlog;
import chat.hubbub.message.WriteConnection.AnswerLost;
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
	 * @throws CommitInDoubt if it may be on disk
	 */
	Commit store(List<Unit> units, List<Addition> additions) {
		Commit commit = new Commit(this.numbering, this.rows, units.size());
		try {
			commit.stored(this.writes.commit(() -> grant(commit, units, additions)));
			this.numbering.committed();
			return commit;
		}
		catch (AnswerLost ex) {
			forget();
			throw new CommitInDoubt(commit, ex);
		}
		catch (RuntimeException | Error ex) {
			forget();
			throw ex;
		}
	}

	/** Stores through another connection from now on. For any thread. */
	void replaceConnection() {
		this.writes.growOld();
	}

	/** There is nothing to store at present. */
	void rest() {
		this.writes.closeIfOld();
	}

	private void forget() {
		this.numbering.forget();
		this.rows.forget();
	}

	/**
	 * Whether a commit whose answer was lost is stored. To be asked before anything else
	 * is stored.
	 * @throws org.springframework.dao.DataAccessException if this is not known yet
	 */
	boolean isStored(CommitInDoubt doubt) {
		OptionalLong change = this.writes.find(doubt.commit());
		change.ifPresent(doubt.commit()::stored);
		return change.isPresent();
	}

	private String grant(Commit commit, List<Unit> units, List<Addition> additions) throws SQLException {
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
		return commit.transaction();
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

	/**
	 * The same with their authors. The numbers have no gaps, unless the oldest events
	 * were removed by hand, so the end is known. Without it, a PostgreSQL that has no
	 * statistics yet reads and sorts all that follows.
	 */
	List<LogEntry> entriesAfter(TopicName topic, long seq, int limit) {
		List<LogEntry> entries = page(topic, "event.seq > :seq and event.seq <= :end order by event.seq", seq, limit);
		return entries.isEmpty() ? page(topic, "event.seq > :seq order by event.seq", seq, limit) : entries;
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

	/** Messages of any topics by their ids in their present state, in any order. */
	List<Posted> messages(Collection<Long> ids) {
		List<LogEntry> entries = this.jdbc.sql(EventRow.SELECT
				+ """
						where event.topic = message.topic and event.seq = message.seq and event.kind = 'posted' and message.id in (:ids)""")
			.param("ids", ids)
			.query((row, number) -> EventRow.entry(row))
			.list();
		List<LogEntry> complete = new ArrayList<>(entries.size());
		this.reactions.complete(ids, entries)
			.stream()
			.collect(Collectors.groupingBy((entry) -> entry.event().topicName()))
			.forEach((topic, messages) -> complete.addAll(this.mentions.complete(topic, messages)));
		return posted(complete);
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
			.sql(EventRow.SELECT + "where event.topic = :topic and " + range + " limit :limit")
			.param("topic", topic.value())
			.param("seq", seq)
			.param("end", seq + limit)
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
		while (rows.next() && page.add(EventRow.entry(rows))) {
			// The remaining rows are not read.
		}
		return page.entries();
	}

}
