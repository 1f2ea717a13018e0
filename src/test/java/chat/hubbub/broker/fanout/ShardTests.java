package chat.hubbub.broker.fanout;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.FakeLink;
import chat.hubbub.broker.wire.Framing;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.stomp.StompVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShardTests {

	private static final String COFFEE = "/topic/chat.coffee";

	private final TestBroker broker = new TestBroker();

	private final FakeLink ada = new FakeLink();

	private final FakeLink grace = new FakeLink();

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void deliversToEverySubscriberOfTheDestination() {
		TestBroker.subscribe(this.broker.open(this.ada), "a");
		TestBroker.subscribe(this.broker.open(this.grace), "b", COFFEE, Resume.LIVE);
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.ada.text()).startsWith("MESSAGE\nsubscription:a\ndestination:/topic/chat.tea\n")
			.endsWith("{\"seq\":1}\0");
		assertThat(this.grace.writes()).isEmpty();
	}

	@Test
	void deliversOnceToEachSubscriptionOfAConnection() {
		Connection connection = this.broker.open(this.ada);
		TestBroker.subscribe(connection, "one");
		TestBroker.subscribe(connection, "two");
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.ada.text()).containsOnlyOnce("subscription:one\n").containsOnlyOnce("subscription:two\n");
	}

	@Test
	void joinsWhatCameTogetherAndKeepsItsOrder() {
		TestBroker.subscribe(this.broker.open(this.ada), "a");
		TestBroker.events(1, 20).forEach(this.broker::publish);
		this.broker.settle();
		assertThat(this.ada.seqs()).containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
		assertThat(this.ada.writes()).hasSize(1);
	}

	@Test
	void writesAtOnceWhatIsFewAndJoinsWhatIsMany() {
		Connection connection = this.broker.open(this.ada);
		TestBroker.subscribe(connection, "tea");
		TestBroker.subscribe(connection, "coffee", COFFEE, Resume.LIVE);
		this.broker.settle();
		this.broker.publish(TestBroker.event(1));
		this.broker.publish(TestBroker.event(COFFEE, 1));
		this.broker.settle();
		assertThat(this.ada.writes()).hasSize(2);
		TestBroker.events(2, 6).forEach(this.broker::publish);
		LongStream.rangeClosed(2, 6).forEach((seq) -> this.broker.publish(TestBroker.event(COFFEE, seq)));
		this.broker.settle();
		assertThat(this.ada.writes()).hasSize(3);
		assertThat(this.ada.seqs()).containsExactlyInAnyOrder(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L, 5L, 5L, 6L, 6L);
	}

	@Test
	void keepsTheOrderOfAFewBehindAWriteThatGoesOn() {
		TestBroker.subscribe(this.broker.open(this.ada.stall()), "a");
		this.broker.settle();
		for (long seq = 1; seq <= 3; seq++) {
			this.broker.publish(TestBroker.event(seq));
			this.broker.settle();
		}
		assertThat(this.ada.seqs()).containsExactly(1L);
		this.ada.read();
		this.broker.settle();
		assertThat(this.ada.seqs()).containsExactly(1L, 2L, 3L);
		assertThat(this.ada.writes()).hasSize(2);
	}

	@Test
	void deliversNothingAfterUnsubscribe() {
		Connection connection = this.broker.open(this.ada);
		TestBroker.subscribe(connection, "a");
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(connection.subscriptions().remove("a")).isTrue();
		assertThat(connection.subscriptions().remove("a")).isFalse();
		this.broker.settle();
		this.broker.publish(TestBroker.event(2));
		this.broker.settle();
		assertThat(this.ada.seqs()).containsExactly(1L);
	}

	@Test
	void deliversToPatterns() {
		TestBroker.subscribe(this.broker.open(this.ada), "a", "/topic/weather.*", Resume.LIVE);
		this.broker.publish(TestBroker.announcement("/topic/weather.paris", "Rain"));
		this.broker.publish(TestBroker.announcement("/topic/sports", "Goal"));
		this.broker.settle();
		assertThat(this.ada.text()).contains("Rain").doesNotContain("Goal");
	}

	@Test
	void numbersOfSeveralTopicsDoNotMixInAPattern() {
		Connection connection = this.broker.open(this.ada);
		connection.subscriptions()
			.start(connection.subscriptions().create("all", "/topic/**", new Acknowledgements(false), Resume.LIVE));
		this.broker.publish(TestBroker.event("/topic/chat.tea", 100));
		this.broker.publish(TestBroker.event(COFFEE, 5));
		this.broker.settle();
		assertThat(this.ada.seqs()).containsExactlyInAnyOrder(100L, 5L);
	}

	@Test
	void sendsNothingTwiceBehindSomethingWithoutANumber() {
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		// In one round: its replay has the event that waits behind the announcement.
		TestBroker.subscribe(this.broker.open(this.grace), "b");
		this.broker.settle();
		this.broker.publish(TestBroker.announcement(TestBroker.TOPIC, "Tea is ready"));
		this.broker.publish(TestBroker.event(2));
		TestBroker.subscribe(this.broker.open(this.ada), "a", TestBroker.TOPIC, Resume.since(0, 2));
		this.broker.settle();
		assertThat(this.ada.seqs()).containsExactly(1L, 2L);
		assertThat(this.grace.seqs()).containsExactly(2L);
	}

	@Test
	void cutsOffTheConnectionWhoseWriteFailsAndServesTheOthers() {
		TestBroker.subscribe(this.broker.open(this.ada), "a");
		TestBroker.subscribe(this.broker.open(this.grace), "a");
		this.broker.settle();
		this.ada.breakNextWrite(new OutOfMemoryError("on purpose"));
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.ada.aborts()).isPositive();
		assertThat(this.grace.seqs()).containsExactly(1L);
	}

	@Test
	void endsTheConnectionThatMissesAMessageAndServesTheOthers() {
		AtomicBoolean breaks = new AtomicBoolean();
		TestBroker.subscribe(this.broker.open(this.ada, this.broker.shard(),
				new Wire.Stomp(StompVersion.V1_2, breakingOnce(breaks))), "a");
		TestBroker.subscribe(this.broker.open(this.grace), "a");
		this.broker.settle();
		breaks.set(true);
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.ada.text()).startsWith("ERROR\n").contains("\ncode:internal\n");
		assertThat(this.ada.closes()).hasSize(1);
		assertThat(this.grace.seqs()).containsExactly(1L);
		this.broker.publish(TestBroker.event(2));
		this.broker.settle();
		assertThat(this.grace.seqs()).containsExactly(1L, 2L);
	}

	/** A framing that runs out of memory once it is told to. */
	private static Framing breakingOnce(AtomicBoolean breaks) {
		return new Framing() {

			@Override
			public boolean marksMessages() {
				return false;
			}

			@Override
			public int joinedBytes() {
				return 1024;
			}

			@Override
			public byte[] header(int length, boolean binary) {
				if (breaks.getAndSet(false)) {
					throw new OutOfMemoryError("on purpose");
				}
				return Chunk.NOTHING;
			}

		};
	}

	@Test
	void goesOnAfterAFault() {
		goesOnAfter(() -> {
			throw new IllegalStateException("A fault of a test, on purpose");
		});
	}

	@Test
	void goesOnAfterAnError() {
		goesOnAfter(() -> {
			throw new OutOfMemoryError("An error of a test, on purpose");
		});
	}

	private void goesOnAfter(ShardTask.Act fault) {
		TestBroker.subscribe(this.broker.open(this.ada), "a");
		this.broker.shard().start();
		this.broker.shard().submit(fault);
		this.broker.publish(TestBroker.event(1));
		org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(this.ada.seqs()).containsExactly(1L));
		this.broker.publish(TestBroker.event(2));
		org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(this.ada.seqs()).containsExactly(1L, 2L));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topic/{a:[}", "/topic/{a:(x+x+)+y}", "/topic/{", "/topic/*a*a*a*a*a*a*a*a",
			"/topic/??????????????*?*?" })
	void acceptsNoPatternThatMightStopIt(String pattern) {
		Connection connection = this.broker.open(this.ada);
		assertThatExceptionOfType(SubscriptionFault.class)
			.isThrownBy(() -> TestBroker.subscribe(connection, "a", pattern, Resume.LIVE))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo("destination.pattern"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topic/*", "/topic/**", "/topic/weather.*", "/topic/*/news/**", "/topic/a?" })
	void acceptsSimplePatterns(String pattern) {
		TestBroker.subscribe(this.broker.open(this.ada), "a", pattern, Resume.LIVE);
		this.broker.settle();
	}

	@Test
	void forgetsAConnectionThatSubscribesWhileItEnds() {
		Connection connection = this.broker.open(this.ada);
		connection.end();
		TestBroker.subscribe(connection, "late");
		this.broker.settle();
		this.broker.publish(TestBroker.event(1));
		this.broker.settle();
		assertThat(this.ada.writes()).isEmpty();
	}

}
