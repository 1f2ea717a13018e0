package chat.hubbub.broker.connection;

import java.time.Duration;
import java.util.Map;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.fanout.SubscriptionFault;
import chat.hubbub.broker.wire.CloseCode;
import chat.hubbub.broker.wire.FakeLink;
import chat.hubbub.broker.wire.Framing;
import chat.hubbub.broker.wire.Wire;
import chat.hubbub.stomp.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConnectionTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final TestBroker broker = new TestBroker();

	private final FakeLink ada = new FakeLink();

	private final Connection connection = this.broker.open(this.ada);

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
	}

	@Test
	void sendsAHeartBeatInTime() {
		this.connection.keepAlive().agree(0, SECOND);
		long start = this.broker.shard().now();
		// Ticks come every half second, or somewhat later on a busy machine.
		this.connection.tick(start + SECOND * 45 / 100);
		this.broker.settle();
		boolean early = !this.ada.writes().isEmpty();
		this.connection.tick(start + SECOND * 99 / 100);
		this.broker.settle();
		assertThat(early || !this.ada.writes().isEmpty()).isTrue();
		assertThat(this.ada.text()).matches("\n+");
	}

	@Test
	void sendsAHeartBeatInTimeThoughTheTicksAreLate() {
		this.connection.keepAlive().agree(0, 2 * SECOND);
		long start = this.broker.shard().now();
		// The next tick may come after two seconds are over.
		this.connection.tick(start + SECOND * 145 / 100);
		this.broker.settle();
		assertThat(this.ada.text()).isEqualTo("\n");
	}

	@Test
	void sendsNoHeartBeatToWhoWantsNone() {
		this.connection.keepAlive().agree(0, 0);
		this.connection.tick(this.broker.shard().now() + 1000 * SECOND);
		this.broker.settle();
		assertThat(this.ada.writes()).isEmpty();
	}

	@Test
	void closesAPeerThatIsSilentForTwiceThePromisedTime() {
		this.connection.keepAlive().agree(SECOND, 0);
		this.connection.keepAlive().read();
		long now = System.nanoTime();
		this.connection.tick(now + SECOND * 3 / 2);
		this.broker.settle();
		assertThat(this.ada.closes()).isEmpty();
		this.connection.tick(now + 2 * SECOND + 1);
		this.broker.settle();
		assertThat(this.ada.text()).contains("ERROR\n", "code:heart-beat.missing\n");
		assertThat(this.ada.closes()).hasSize(1);
	}

	@Test
	void closesAClientThatSendsHalfAConnectByteForByte() {
		Conversation conversation = new Conversation(this.connection,
				new BrokerProperties(org.springframework.util.unit.DataSize.ofMegabytes(1), Duration.ofSeconds(30),
						Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 200,
						org.springframework.util.unit.DataSize.ofMegabytes(2),
						org.springframework.util.unit.DataSize.ofBytes(0), Duration.ofSeconds(25)),
				null);
		long opened = System.nanoTime();
		org.awaitility.Awaitility.await().until(() -> System.nanoTime() > opened + SECOND / 10);
		conversation.receive(Bytes.utf8("CONN"));
		this.connection.tick(opened + 10 * SECOND + SECOND / 20);
		this.broker.settle();
		assertThat(this.ada.text()).contains("code:connect.missing\n");
	}

	@Test
	void hasABoundedNumberOfSubscriptions() {
		for (int number = 0; number < this.broker.shard().limits().subscriptions(); number++) {
			TestBroker.subscribe(this.connection, "s" + number);
		}
		assertThatExceptionOfType(SubscriptionFault.class)
			.isThrownBy(() -> TestBroker.subscribe(this.connection, "more"))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo("subscription.limit"));
		this.connection.subscriptions().remove("s0");
		TestBroker.subscribe(this.connection, "more");
	}

	@Test
	void hasAnyNumberOfSubscriptionsWhereTheLimitIsOff() throws InterruptedException {
		TestBroker unlimited = new TestBroker(null,
				new BrokerProperties(org.springframework.util.unit.DataSize.ofMegabytes(1), Duration.ofSeconds(30),
						Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 0,
						org.springframework.util.unit.DataSize.ofMegabytes(2),
						org.springframework.util.unit.DataSize.ofBytes(0), Duration.ofSeconds(25)));
		Connection grace = unlimited.open(new FakeLink());
		for (int number = 0; number < 300; number++) {
			TestBroker.subscribe(grace, "s" + number);
		}
		assertThat(grace.subscriptions().count()).isEqualTo(300);
		unlimited.close();
	}

	@Test
	void hasOneSubscriptionOfAnId() {
		TestBroker.subscribe(this.connection, "a");
		assertThatExceptionOfType(SubscriptionFault.class).isThrownBy(() -> TestBroker.subscribe(this.connection, "a"))
			.satisfies((fault) -> assertThat(fault.code()).isEqualTo("subscription.exists"));
	}

	@Test
	void shortensAReasonThatIsTooLongForAClose() {
		this.connection.output().close(null, CloseCode.NORMAL, "ü".repeat(100));
		this.broker.settle();
		assertThat(this.ada.closes().get(0).substring(5).getBytes(java.nio.charset.StandardCharsets.UTF_8))
			.hasSizeLessThanOrEqualTo(123);
	}

	@Test
	void hasAnIdOfItsOwn() {
		Connection other = new Connection(this.broker.connections(), this.broker.shard(), this.ada,
				new Wire.Plain(Framing.MESSAGES), Map.of());
		assertThat(other.id()).isNotEqualTo(this.connection.id());
	}

}
