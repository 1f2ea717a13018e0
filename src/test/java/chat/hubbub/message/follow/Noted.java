package chat.hubbub.message.follow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import chat.hubbub.message.Follower;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Posted;

import org.springframework.jdbc.core.JdbcTemplate;

/** A follower that stores its events, and can be stopped or broken. */
class Noted implements Follower {

	/** The order of the rows. */
	private static final AtomicInteger places = new AtomicInteger();

	private final String name;

	private final Start start;

	private final JdbcTemplate jdbc;

	private final AtomicInteger steps = new AtomicInteger();

	private final List<LogEntry> given = new CopyOnWriteArrayList<>();

	private final List<Integer> calls = new CopyOnWriteArrayList<>();

	private volatile CountDownLatch gate = new CountDownLatch(0);

	private volatile String refused = "";

	private volatile String unstorable = "";

	Noted(String name, JdbcTemplate jdbc) {
		this(name, jdbc, Start.FIRST_EVENT);
	}

	Noted(String name, JdbcTemplate jdbc, Start start) {
		this.name = name;
		this.jdbc = jdbc;
		this.start = start;
		jdbc.execute("create table if not exists noted (follower varchar(64), topic varchar(64), seq bigint, "
				+ "what varchar(64), place integer, primary key (follower, topic, seq))");
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Start start() {
		return this.start;
	}

	@Override
	public Step follow(List<LogEntry> entries) throws Exception {
		this.calls.add(entries.size());
		this.given.addAll(entries);
		this.gate.await();
		if (holds(entries, this.refused)) {
			throw new IllegalStateException("refused on purpose");
		}
		this.steps.incrementAndGet();
		return () -> {
			entries.forEach(this::store);
			if (holds(entries, this.unstorable)) {
				throw new IllegalStateException("unstorable on purpose");
			}
		};
	}

	/** From now on it waits with the events that it is given. */
	void halt() {
		this.gate = new CountDownLatch(1);
	}

	void resume() {
		this.gate.countDown();
	}

	/** It throws where it finds this text; nowhere, if empty. */
	void refuse(String text) {
		this.refused = text;
	}

	/** It throws after it has stored this text; nowhere, if empty. */
	void failToStore(String text) {
		this.unstorable = text;
	}

	/** How often it has made a step, which may not be stored yet. */
	int steps() {
		return this.steps.get();
	}

	/** The events that it was given. */
	List<LogEntry> given() {
		return this.given;
	}

	/** How many events it was given in each call. */
	List<Integer> calls() {
		return this.calls;
	}

	/** The stored events of a topic. The primary key refuses a second one. */
	List<String> of(String topic) {
		return this.jdbc.queryForList(
				"select seq || ' ' || what from noted where follower = ? and topic = ? order by place", String.class,
				this.name, topic);
	}

	/** The number of events that it has stored. */
	int count() {
		return this.jdbc.queryForObject("select count(*) from noted where follower = ?", Integer.class, this.name);
	}

	private void store(LogEntry entry) {
		this.jdbc.update("insert into noted values (?, ?, ?, ?, ?)", this.name, entry.event().topicName().value(),
				entry.event().seq(), what(entry), places.incrementAndGet());
	}

	private static String what(LogEntry entry) {
		String kind = entry.event() instanceof Posted ? "" : entry.event().type() + " ";
		return kind + (entry.event().text().isEmpty() ? "nothing" : entry.event().text());
	}

	private static boolean holds(List<LogEntry> entries, String text) {
		return entries.stream().anyMatch((entry) -> what(entry).equals(text));
	}

}
