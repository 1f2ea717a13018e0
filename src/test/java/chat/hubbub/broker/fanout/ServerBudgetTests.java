package chat.hubbub.broker.fanout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chat.hubbub.broker.BrokerProperties;
import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.FakeLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** If all connections together hold too much, those that hold most end first. */
class ServerBudgetTests {

	private static final int MIB = 1024 * 1024;

	private static final BrokerProperties LIMITS = new BrokerProperties(DataSize.ofMegabytes(1), Duration.ofSeconds(30),
			Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 200, DataSize.ofMegabytes(2),
			DataSize.ofMegabytes(4), Duration.ofSeconds(25));

	private final TestBroker broker = new TestBroker(null, LIMITS);

	private final ServerBudget budget = this.broker.shards().budget();

	private final Map<Connection, FakeLink> links = new java.util.HashMap<>();

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
		assertThat(this.budget.used()).isZero();
	}

	@Test
	void endsTheConnectionThatHoldsMost() {
		List<Connection> people = open(10);
		people.forEach((person) -> person.keep(100_000));
		people.get(7).keep(900_000);
		people.get(3).keep(400_000);
		people.get(4).keep(400_000);
		people.get(5).keep(300_000);
		people.get(6).keep(300_000);
		this.broker.settle();
		assertEnded(people.get(7));
		assertThat(people.stream().filter(Connection::isFailed)).containsExactly(people.get(7));
		assertThat(this.budget.used()).isLessThan(3 * MIB);
	}

	@Test
	void endsTheOneWhoAsksAmongEquals() {
		List<Connection> people = open(5);
		people.subList(0, 3).forEach((person) -> person.keep(900_000));
		assertThat(people.get(4).keep(900_000)).isFalse();
		this.broker.settle();
		assertThat(people.stream().filter(Connection::isFailed)).containsExactly(people.get(4));
		assertEnded(people.get(4));
	}

	@Test
	void endsReadersThatReadNothing() {
		List<Connection> people = open(5);
		people.forEach((person) -> {
			this.links.get(person).stall();
			person.output().outbox().offer(new Chunk(new byte[800_000], false));
		});
		this.broker.settle();
		assertThat(people.stream().filter(Connection::isFailed)).isNotEmpty();
		assertThat(this.budget.used()).isLessThanOrEqualTo(3 * MIB);
	}

	@Test
	void refusesANewcomerWhereThereAreJustTooMany() {
		List<Connection> people = open(4 * MIB / ConnectionBudget.BASE_BYTES);
		assertThat(people).noneMatch(Connection::isFailed);
		Connection last = open(1).get(0);
		this.broker.settle();
		assertEnded(last);
		assertThat(people).noneMatch(Connection::isFailed);
	}

	@Test
	void keepsOutboxesOfReadersShortWhileMemoryIsScarce() {
		List<Connection> people = open(4);
		assertThat(people.get(0).output().outbox().takes(MIB / 2)).isTrue();
		people.subList(1, 4).forEach((person) -> person.keep(700_000));
		assertThat(people.get(0).output().outbox().takes(MIB / 2)).isTrue();
		assertThat(people.get(1).output().outbox().takes(MIB / 2)).isFalse();
		assertThat(people.get(1).output().outbox().takes(MIB / 8)).isTrue();
	}

	private List<Connection> open(int count) {
		List<Connection> opened = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			FakeLink link = new FakeLink();
			Connection connection = this.broker.open(link);
			connection.budget().open();
			this.links.put(connection, link);
			opened.add(connection);
		}
		return opened;
	}

	private void assertEnded(Connection connection) {
		assertThat(this.links.get(connection).text()).contains("ERROR\n", "code:budget.server\n");
		assertThat(this.links.get(connection).closes()).hasSize(1);
	}

}
