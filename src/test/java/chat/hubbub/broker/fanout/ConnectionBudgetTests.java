package chat.hubbub.broker.fanout;

import chat.hubbub.broker.connection.Connection;
import chat.hubbub.broker.connection.Conversation;
import chat.hubbub.broker.connection.TestBroker;
import chat.hubbub.broker.connection.Transactions;
import chat.hubbub.broker.wire.Chunk;
import chat.hubbub.broker.wire.FakeLink;
import chat.hubbub.stomp.Bytes;
import chat.hubbub.stomp.HeaderBounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The server memory that one connection can use, of any kind. */
class ConnectionBudgetTests {

	private static final String BODY = "x".repeat(60_000);

	private final TestBroker broker = new TestBroker();

	private final FakeLink link = new FakeLink();

	private final Connection ada = this.broker.open(this.link);

	private final Conversation conversation = new Conversation(this.ada, this.broker.shard().limits(), null);

	@BeforeEach
	void connect() {
		say("CONNECT\naccept-version:1.2\n\n\0");
	}

	@AfterEach
	void close() throws InterruptedException {
		this.broker.close();
		assertThat(this.broker.shards().budget().used()).isZero();
	}

	@Test
	void boundsWhatTransactionsHold() {
		for (int name = 0; name < Transactions.MAX_OPEN; name++) {
			say("BEGIN\ntransaction:" + name + "\n\n\0");
			for (int frame = 0; frame < 10; frame++) {
				say("SEND\ndestination:/app/chat\ntransaction:" + name + "\n\n" + BODY + "\0");
			}
		}
		assertEnded("budget.connection");
	}

	@Test
	void takesAnyNumberOfTransactionsAfterEachOther() {
		for (int round = 0; round < 10; round++) {
			say("BEGIN\ntransaction:t\n\n\0");
			for (int frame = 0; frame < 10; frame++) {
				say("SEND\ndestination:/app/chat\ntransaction:t\n\n" + BODY + "\0");
			}
			say(((round % 2 == 0) ? "ABORT" : "COMMIT") + "\ntransaction:t\n\n\0");
		}
		this.broker.settle();
		assertThat(this.link.text()).doesNotContain("ERROR");
		assertThat(this.ada.budget().charged()).isEqualTo(ConnectionBudget.BASE_BYTES);
	}

	@Test
	void countsEachHeaderOfATransaction() {
		String headers = "a:\nb:\nc:\nd:\ne:\nf:\ng:\nh:\ni:\nj:\nk:\nl:\nm:\nn:\no:\np:\n";
		for (int name = 0; name < Transactions.MAX_OPEN; name++) {
			say("BEGIN\ntransaction:" + name + "\n\n\0");
			for (int frame = 0; frame < Transactions.MAX_FRAMES; frame++) {
				say("SEND\ndestination:/app/chat\ntransaction:" + name + "\n" + headers + "\n\0");
			}
		}
		assertEnded("budget.connection");
	}

	@Test
	void boundsWhatIsNotAcknowledged() {
		int each = Acknowledgements.BOUND * Acknowledgements.BYTES;
		long fit = this.broker.shard().limits().keptBytes() / each;
		for (int number = 0; number < fit; number++) {
			expect("s" + number);
		}
		this.broker.settle();
		assertThat(this.link.text()).doesNotContain("ERROR");
		expect("one more");
		assertEnded("budget.connection");
	}

	@Test
	void givesBackWhatASubscriptionHeld() {
		Subscription subscription = expect("a");
		assertThat(this.ada.budget().charged())
			.isGreaterThan((long) Acknowledgements.BOUND * Acknowledgements.BYTES / 2);
		this.ada.subscriptions().remove("a");
		subscription.deliver(TestBroker.event(9999));
		this.broker.settle();
		assertThat(this.ada.budget().charged()).isEqualTo(ConnectionBudget.BASE_BYTES);
	}

	@Test
	void chargesTheNamesOfSubscriptions() {
		String name = "n".repeat(HeaderBounds.MAX_ID_BYTES - 3);
		for (int number = 0; number < 200; number++) {
			TestBroker.subscribe(this.ada, name + number);
		}
		assertThat(this.ada.budget().charged()).isGreaterThan(200 * 4L * name.length());
	}

	@Test
	void chargesHalfAFrameUntilItIsWhole() {
		say("SEND\ndestination:/app/chat\n\n" + BODY);
		assertThat(this.ada.budget().charged()).isGreaterThan(BODY.length());
		say("\0");
		assertThat(this.ada.budget().charged()).isEqualTo(ConnectionBudget.BASE_BYTES);
	}

	@Test
	void keepsNothingForAConnectionThatFailed() {
		say("BEGIN\ntransaction:t\n\n\0");
		say("SEND\ndestination:/app/chat\ntransaction:t\n\n" + BODY + "\0");
		say("NONSENSE\n\n\0");
		assertEnded("frame.command");
		this.ada.end();
		assertThat(this.ada.budget().charged()).isZero();
	}

	@Test
	void chargesWhatWaitsToBeWrittenUntilItIsRead() {
		this.link.stall();
		this.ada.output().outbox().offer(new Chunk(new byte[100], false));
		this.ada.output().outbox().offer(new Chunk(new byte[100_000], false));
		assertThat(this.ada.budget().charged()).isGreaterThan(100_000);
		this.broker.settle();
		this.link.read();
		this.broker.settle();
		assertThat(this.ada.budget().charged()).isEqualTo(ConnectionBudget.BASE_BYTES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SUBSCRIBE\ndestination:/topic/chat\nid:", "SUBSCRIBE\nid:1\ndestination:/topic/chat.",
			"BEGIN\ntransaction:", "SEND\ndestination:/app/chat\nreceipt:", "UNSUBSCRIBE\nid:",
			"SEND\ntransaction:t\ndestination:/app/chat." })
	void refusesANameThatIsTooLong(String start) {
		say(start + "\u00e4".repeat(HeaderBounds.MAX_DESTINATION_BYTES / 2) + "\n\n\0");
		assertEnded("frame.header");
	}

	@Test
	void takesNamesOfTheGreatestLength() {
		String id = "\u00e4".repeat(HeaderBounds.MAX_ID_BYTES / 2);
		String destination = "/topic/" + "a".repeat(HeaderBounds.MAX_DESTINATION_BYTES - "/topic/".length());
		say("SUBSCRIBE\nid:" + id + "\nreceipt:" + id + "\ndestination:" + destination + "\n\n\0");
		this.broker.settle();
		assertThat(this.link.text()).contains("RECEIPT\nreceipt-id:" + id + "\n");
	}

	private Subscription expect(String id) {
		Subscription subscription = this.ada.subscriptions()
			.create(id, TestBroker.TOPIC, new Acknowledgements(false), Resume.LIVE);
		this.ada.subscriptions().start(subscription);
		TestBroker.events(1, Acknowledgements.BOUND + 10).forEach((event) -> {
			subscription.deliver(event);
			this.ada.output().outbox().flush();
		});
		return subscription;
	}

	private void say(String frames) {
		this.conversation.receive(Bytes.utf8(frames));
	}

	private void assertEnded(String code) {
		this.broker.settle();
		assertThat(this.link.text()).contains("ERROR\n", "code:" + code + "\n");
		assertThat(this.link.closes()).hasSize(1);
	}

}
