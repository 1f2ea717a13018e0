package chat.hubbub.message;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import chat.hubbub.audit.Act;
import chat.hubbub.message.Numbering.Start;
import chat.hubbub.refusal.Refusal;
import chat.hubbub.topic.TopicName;

/**
 * One transaction of the store, which grants units of wishes and collects the outcomes.
 * For the thread that writes.
 */
final class Commit {

	private final Numbering numbering;

	private final EventRows rows;

	private final ClientIds clientIds;

	private final CommitReactions reactions;

	private final CommitUploads uploads;

	private final List<Outcome> outcomes;

	private final List<Refused> refused = new ArrayList<>(0);

	private final List<Act> acts = new ArrayList<>(0);

	private Start start = new Start(Instant.EPOCH, "");

	/** See {@link #change()}. */
	private long change;

	/** Whether replies were posted or deleted. */
	private boolean replies;

	Commit(Numbering numbering, EventRows rows, int size) {
		this.numbering = numbering;
		this.rows = rows;
		this.clientIds = new ClientIds(rows, numbering);
		this.reactions = new CommitReactions(rows);
		this.uploads = new CommitUploads(rows.attachments());
		this.outcomes = new ArrayList<>(size);
	}

	/** Begins its transaction: see {@link Numbering#begin}. */
	void begin(List<Unit> units, Collection<TopicName> others) throws SQLException {
		this.start = this.numbering.begin(units, others);
	}

	/** Grants all wishes of a unit or refuses all. */
	void add(Unit unit) throws SQLException {
		this.clientIds.beginUnit();
		this.reactions.beginUnit();
		this.uploads.beginUnit();
		for (Wish wish : unit.wishes()) {
			Optional<Refusal> objection = wish.objection(this);
			if (objection.isPresent()) {
				this.refused.add(new Refused(unit, objection.get()));
				return;
			}
		}
		for (Wish wish : unit.wishes()) {
			this.outcomes.add(wish.grant(this));
		}
	}

	/** Writes the collected rows of the wishes. */
	void flush() throws SQLException {
		this.outcomes.addAll(this.reactions.finish(this));
		this.rows.flush();
		this.numbering.store();
		for (int at = 0; this.replies && at < this.outcomes.size(); at++) {
			this.outcomes.set(at, quoting(this.outcomes.get(at)));
		}
	}

	/** An outcome whose event quotes its original as this commit leaves it. */
	private Outcome quoting(Outcome outcome) throws SQLException {
		if (outcome.event() instanceof Posted posted && posted.content().reply() != null) {
			Optional<Quote> quote = quote(posted.topicName(), posted.content().reply());
			return quote.isPresent() ? outcome.with(posted.quoting(quote.get())) : outcome;
		}
		if (outcome.event() instanceof Deleted deleted && deleted.reply() != null) {
			Optional<Quote> quote = quote(deleted.topicName(), deleted.reply().seq());
			return quote.isPresent() ? outcome.with(deleted.quoting(quote.get())) : outcome;
		}
		return outcome;
	}

	private Optional<Quote> quote(TopicName topic, long seq) throws SQLException {
		return this.rows.find(topic, seq).map(Stored::message).map(Quote::of);
	}

	/** Counts a reply to a message, or one that is gone. */
	void countReply(long original, int change) throws SQLException {
		this.rows.countReply(original, change);
		this.replies = true;
	}

	/** Refuses a number under which there is no message, or a deleted one. */
	Optional<Refusal> objectionTo(TopicName topic, long target) throws SQLException {
		Stored stored = this.rows.find(topic, target).orElse(null);
		if (stored == null) {
			return Optional.of(new MessageNotFound());
		}
		return stored.message().deleted() ? Optional.of(new MessageGone()) : Optional.empty();
	}

	/** The time of all its events. */
	Instant now() {
		return this.start.now();
	}

	/** The database's name of its transaction. */
	String transaction() {
		return this.start.transaction();
	}

	/** Takes the next number of a topic. */
	long next(TopicName topic) throws SQLException {
		return this.numbering.next(topic);
	}

	/** Takes the next id of a message. */
	long nextMessage() throws SQLException {
		return this.numbering.nextMessage();
	}

	EventRows rows() {
		return this.rows;
	}

	ClientIds clientIds() {
		return this.clientIds;
	}

	CommitReactions reactions() {
		return this.reactions;
	}

	CommitUploads uploads() {
		return this.uploads;
	}

	/** Writes an act to the audit log, in the same transaction. */
	void note(Act act) {
		this.acts.add(act);
	}

	List<Act> acts() {
		return this.acts;
	}

	/**
	 * It is on disk.
	 * @param change see {@link Writing#commit}
	 */
	void stored(long change) {
		this.change = change;
	}

	/**
	 * The number of the newest change of rights that a reader of its events must know.
	 */
	long change() {
		return this.change;
	}

	/** Whether no wish was granted or refused in it. */
	boolean isEmpty() {
		return this.outcomes.isEmpty() && this.refused.isEmpty();
	}

	/** The first event that it has created, if any. */
	Optional<Event> firstNewEvent() {
		for (Outcome outcome : this.outcomes) {
			Event event = outcome.event();
			if (event != null && outcome.fresh()) {
				return Optional.of(event);
			}
		}
		return Optional.empty();
	}

	/** The outcomes of the granted wishes, in their order. */
	List<Outcome> outcomes() {
		return this.outcomes;
	}

	/** Its new events. */
	Committed committed() {
		List<LogEntry> entries = new ArrayList<>(this.outcomes.size());
		List<Posted> changed = new ArrayList<>(0);
		for (Outcome outcome : this.outcomes) {
			Event event = outcome.event();
			if (event != null && outcome.fresh()) {
				entries.add(new LogEntry(event, outcome.wish().author().login()));
			}
			if (outcome.changed() != null) {
				changed.add(outcome.changed());
			}
		}
		return Committed.of(now(), entries, changed);
	}

	List<Refused> refused() {
		return this.refused;
	}

	/** Completes the wishes. */
	void complete() {
		this.outcomes.forEach(Outcome::complete);
		this.refused.forEach((each) -> each.unit().refuse(each.refusal()));
	}

	/**
	 * A refused unit.
	 *
	 * @param unit the unit
	 * @param refusal the reason
	 */
	record Refused(Unit unit, Refusal refusal) {

	}

}
