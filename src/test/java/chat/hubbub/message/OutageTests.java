package chat.hubbub.message;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.OwnPostgreSql;
import chat.hubbub.store.StoreUnavailable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static chat.hubbub.message.Posts.ada;
import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL is stopped and started again beside the log. */
class OutageTests {

	private static final int MORE_THAN_FIT = LogQueue.BOUND + 2_000;

	private final AtomicLong clock = new AtomicLong();

	/** All messages in the order in which they were posted. */
	private final List<Post> ledger = new ArrayList<>();

	private TestLog log;

	@Test
	void holdsMessagesWithinBoundsThenRefusesThemAndHeals(@TempDir Path folder) {
		try (OwnPostgreSql server = new OwnPostgreSql(folder.resolve("store"));
				TestLog open = new TestLog(Database.on(server), new Outage(this.clock::get))) {
			this.log = open;
			try {
				holdsThenRefusesAndHeals(server);
			}
			finally {
				// Else the end of the log would wait for ever after a failure.
				this.clock.addAndGet(Outage.PATIENCE_NANOS);
			}
		}
	}

	private void holdsThenRefusesAndHeals(OwnPostgreSql server) {
		this.log.addTopic("tea");
		assertThat(isStored(post("before"))).isTrue();

		stop(server);
		List<Post> many = IntStream.range(0, MORE_THAN_FIT).mapToObj((number) -> post("held " + number)).toList();
		assertThat(many.stream().filter((post) -> post.event().isDone()).count()).isBetween(1L, 2_000L);
		assertThat(many.get(0).event()).isNotDone();
		server.start();
		assertThat(isStored(many.get(0))).isTrue();
		assertThat(isStored(many.get(LogQueue.BOUND - 1))).isTrue();

		stop(server);
		Post held = post("held for too long");
		awaitAttempts();
		this.clock.addAndGet(Outage.PATIENCE_NANOS);
		assertThat(isStored(held)).isFalse();
		int attempts = this.log.commits();
		assertThat(isStored(post("refused at once"))).isFalse();
		assertThat(this.log.commits()).isEqualTo(attempts);
		this.clock.addAndGet(Outage.RARE_NANOS);
		assertThat(isStored(post("refused after another attempt"))).isFalse();
		assertThat(this.log.commits()).isEqualTo(attempts + 1);

		server.start();
		this.clock.addAndGet(Outage.RARE_NANOS);
		assertThat(isStored(post("after"))).isTrue();
		checkLedger();
	}

	/** Another node wins each time; then something else is wrong. */
	@Test
	void triesAgainAfterACollisionAtMostThreeTimes() {
		Outage outage = new Outage(this.clock::get);
		SQLException deadlock = new SQLException("a deadlock", "40P01");
		for (int attempt = 1; attempt <= 3; attempt++) {
			assertThat(outage.permitsAnother(deadlock)).isTrue();
		}
		assertThat(outage.permitsAnother(deadlock)).isFalse();
		outage.end();
		assertThat(outage.permitsAnother(deadlock)).isTrue();
	}

	/** Each of them would wait for the same again. */
	@Test
	void doesNotWaitForOtherFaults() {
		Outage outage = new Outage(this.clock::get);
		SQLException broken = new SQLException("a constraint", "23505");
		outage.note(broken, 0);
		assertThat(outage.permitsAnother(broken)).isFalse();
		assertThat(outage.isUnderWay()).isFalse();
		assertThat(outage.standing()).isNull();
	}

	/** Returns when the writer has noticed that it is away. */
	private void stop(OwnPostgreSql server) {
		server.stop();
		post("held first");
		awaitAttempts();
	}

	/** A second failed attempt has begun, so the outage of the first is known. */
	private void awaitAttempts() {
		int before = this.log.commits();
		Awaitility.await().atMost(BreakableLog.PATIENCE).until(() -> this.log.commits() >= before + 2);
	}

	/** Exactly the messages with a receipt are stored and shown, once, in their order. */
	private void checkLedger() {
		List<String> confirmed = this.ledger.stream()
			.filter(OutageTests::isStored)
			.map((post) -> post.draft().text())
			.toList();
		assertThat(this.log.database().client().sql("select text from message order by seq").query(String.class).list())
			.isEqualTo(confirmed);
		assertThat(this.log.bus().numbers()).isEqualTo(LongStream.rangeClosed(1, confirmed.size()).boxed().toList());
	}

	private Post post(String text) {
		Post post = this.log.queue(ada(text));
		this.ledger.add(post);
		return post;
	}

	/** Waits for the answer to a message, which is a receipt or the one refusal. */
	private static boolean isStored(Post post) {
		Optional<Throwable> refusal = post.event()
			.orTimeout(BreakableLog.PATIENCE.toSeconds(), TimeUnit.SECONDS)
			.handle((stored, fault) -> Optional.ofNullable(fault))
			.join();
		assertThat(refusal).satisfiesAnyOf((none) -> assertThat(none).isEmpty(),
				(one) -> assertThat(one).containsInstanceOf(StoreUnavailable.class));
		return refusal.isEmpty();
	}

}
