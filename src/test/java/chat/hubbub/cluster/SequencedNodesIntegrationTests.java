package chat.hubbub.cluster;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chat.hubbub.broker.Backlog;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.messaging.simp.SimpMessagingTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes whose bus is late, loses messages, or is away. */
class SequencedNodesIntegrationTests {

	private static final String UNREAD = "/user/queue/unread";

	private static final Nodes nodes = new Nodes();

	@RegisterExtension
	@Order(1)
	static final BrokerServer here = nodes.onABus();

	@RegisterExtension
	@Order(2)
	static final BrokerServer there = nodes.onABus();

	private final String topic = here.newTopic();

	private final RawClient grace = here.connect(Carrier.TCP, "grace").subscribe("/topic/chat." + this.topic);

	private final RawClient joan = there.connect(Carrier.TCP, "joan").subscribe("/topic/chat." + this.topic);

	@AfterEach
	void mend() {
		nodes.bus().setUp(true);
		nodes.bus().lose();
	}

	@Test
	void messagesOfBothAreInOneOrderOnBoth() {
		post(20);
		assertThat(this.grace.takeSeqs(20)).isEqualTo(numbers(1, 20));
		assertThat(this.joan.takeSeqs(20)).isEqualTo(numbers(1, 20));
	}

	@Test
	void aSubscriptionResumesWhileTheBusIsLate() {
		this.grace.post(this.topic, "one");
		assertThat(this.joan.takeSeqs(1)).containsExactly(1L);
		nodes.bus().hold();
		this.grace.post(this.topic, "two").post(this.topic, "three");
		RawClient mary = there.connect(Carrier.TCP, "mary").subscribe("/topic/chat." + this.topic, "since:0");
		RawClient rosa = there.connect(Carrier.TCP, "rosa").subscribe("/topic/chat." + this.topic, "last:2");
		this.grace.post(this.topic, "four");
		nodes.bus().release();
		this.grace.post(this.topic, "five");
		assertThat(mary.takeSeqs(5)).isEqualTo(numbers(1, 5));
		assertThat(rosa.takeSeqs(4)).isEqualTo(numbers(2, 5));
		assertThat(this.joan.takeSeqs(4)).isEqualTo(numbers(2, 5));
	}

	@Test
	void whatTheBusLosesIsReadFromTheStore() {
		nodes.bus().hold();
		this.grace.post(this.topic, "one").post(this.topic, "two");
		nodes.bus().lose();
		// A gap of a message of this node, then a tail without any later message.
		this.joan.post(this.topic, "three");
		nodes.bus().hold();
		this.grace.post(this.topic, "four");
		nodes.bus().lose();
		assertThat(this.joan.takeSeqs(4)).isEqualTo(numbers(1, 4));
		assertThat(this.grace.takeSeqs(4)).isEqualTo(numbers(1, 4));
	}

	@Test
	void withoutABusTheStoreIsAsked() {
		nodes.bus().setUp(false);
		nodes.bus().hold();
		post(10);
		assertThat(this.grace.takeSeqs(10)).isEqualTo(numbers(1, 10));
		assertThat(this.joan.takeSeqs(10)).isEqualTo(numbers(1, 10));
	}

	@Test
	void aDeletedTextIsInNoMemoryWhenItsDeletionHasCome() {
		Api olga = Members.browser(there, "olga");
		this.grace.post(this.topic, "a slip").post(this.topic, "fine");
		this.joan.takeSeqs(2);
		assertThat(olga.delete("/api/topics/" + this.topic + "/messages/1").status()).isEqualTo(204);
		this.grace.takeSeqs(3);
		this.joan.takeSeqs(1);
		for (BrokerServer node : List.of(here, there)) {
			assertThat(texts(node, 3)).containsExactly("", "fine", "");
		}
	}

	@Test
	void aReactionHasReachedTheMemoryWhenItHasCome() {
		RawClient rosa = here.connect(Carrier.TCP, "rosa");
		this.grace.post(this.topic, "Tea is ready");
		this.joan.takeSeqs(1);
		for (RawClient each : List.of(this.grace, rosa)) {
			each.done("SEND", "{\"target\":1,\"emoji\":\"👍\",\"on\":true}", "destination:/app/react." + this.topic);
			this.joan.takeSeqs(1);
			RawClient late = there.connect(Carrier.TCP, "mary").subscribe("/topic/chat." + this.topic, "since:0");
			assertThat(late.take("MESSAGE").json()).isEqualTo(there.api().history(this.topic).get(0));
			late.done("DISCONNECT", "").awaitClose();
		}
	}

	@Test
	void messagesOfTheOtherNodeAreCountedAgainAndAgain() {
		RawClient linus = Members.connect(there, Carrier.TCP, "linus").subscribe(UNREAD);
		for (int count = 1; count <= 2; count++) {
			this.grace.post(this.topic, "Tea is ready");
			while (unread(linus.take("MESSAGE")) != count) {
				// The next one may tell it.
			}
		}
	}

	private boolean isHere(JsonNode state) {
		return state.path("topic").asString().equals(this.topic);
	}

	@Test
	void aGuestOfTheOtherNodeIsFoundByAMention() {
		RawClient rosa = there.connect(Carrier.TCP, "Rosa").subscribe("/user/queue/notices");
		this.grace.post(this.topic, "Tea, @rosa and @nobody?");
		assertThat(rosa.take("MESSAGE").json().path("seq").asLong()).isEqualTo(1);
		assertThat(here.api().history(this.topic).get(0).path("mentions"))
			.hasToString("[{\"name\":\"Rosa\",\"text\":\"rosa\"}]");
	}

	@Test
	void aGuestWhoGoesToTheOtherNodeHasTheSameMarks() {
		try (StompClient page = readOne(guest("nina"), () -> {
		})) {
			page.subscribe(UNREAD);
			assertThat(unread(page.take("MESSAGE"))).isEqualTo(1);
		}
	}

	/** A mark is stored within a second. */
	@Test
	void anAccountHasTheSameMarksAtOnceOnTheOtherNode() {
		try (StompClient page = readOne(Members.browser(here, "linus"), () -> {
		})) {
			page.subscribe(UNREAD);
			assertThat(unread(page.take("MESSAGE"))).isEqualTo(1);
		}
	}

	/** As a node does that has started later. */
	@Test
	void aNodeAsksForTheMarksOfAGuestWhomItDoesNotKnow() {
		nodes.bus().hold();
		try (StompClient page = readOne(guest("rita"), nodes.bus()::lose)) {
			page.subscribe(UNREAD);
			awaitUnread(1, page);
		}
	}

	private static Api guest(String name) {
		Api browser = here.api();
		browser.enter(name);
		return browser;
	}

	/**
	 * Somebody reads one of two messages here, then connects there.
	 * @param begun runs after the first state
	 */
	private StompClient readOne(Api browser, Runnable begun) {
		try (StompClient page = StompClient.connectWithCookie(here.port(), browser.cookie())) {
			page.subscribe(UNREAD);
			page.take("MESSAGE");
			begun.run();
			this.grace.post(this.topic, "one").post(this.topic, "two");
			awaitUnread(2, page);
			page.send("SEND", "{\"seq\":1}", "destination:/app/read." + this.topic);
			awaitUnread(1, page);
		}
		return StompClient.connectWithCookie(there.port(), browser.cookie());
	}

	private void awaitUnread(int count, StompClient page) {
		while (unread(page.take("MESSAGE")) != count) {
			// The next one may tell it.
		}
	}

	/** The count that a message tells of the topic, -1 for none. */
	private int unread(Frame notice) {
		return notice.json()
			.path("topics")
			.valueStream()
			.filter(this::isHere)
			.mapToInt((state) -> state.path("unread").asInt())
			.findFirst()
			.orElse(-1);
	}

	@Test
	void theFirstCountHasTheMessagesOfTheOtherNode() {
		String direct = Members.browser(here, "ada")
			.post("/api/conversations", "{\"people\":[\"linus\"]}")
			.json()
			.path("name")
			.asString();
		Members.connect(here, Carrier.TCP, "ada").post(direct, "one").post(direct, "two");
		RawClient linus = Members.connect(there, Carrier.TCP, "linus").subscribe(UNREAD);
		assertThat(linus.take("MESSAGE").json().path("topics").valueStream()).anySatisfy((state) -> {
			assertThat(state.path("topic").asString()).isEqualTo(direct);
			assertThat(state.path("unread").asInt()).isEqualTo(2);
		});
	}

	@Test
	void aDeletionThatOvertakesItsMessageLeavesNoTextBehind() {
		Api olga = Members.browser(there, "olga");
		nodes.bus().hold();
		this.grace.post(this.topic, "a slip");
		assertThat(olga.delete("/api/topics/" + this.topic + "/messages/1").status()).isEqualTo(204);
		nodes.bus().release();
		this.joan.takeSeqs(2);
		assertThat(texts(there, 2)).containsExactly("", "");
	}

	@Test
	void theEpochIsThatOfTheCluster() {
		this.grace.post(this.topic, "one").post(this.topic, "two");
		String epoch = here.bean(Backlog.class).epoch();
		assertThat(there.bean(Backlog.class).epoch()).isEqualTo(epoch);
		RawClient mary = there.connect(Carrier.TCP, "mary")
			.subscribe("/topic/chat." + this.topic, "since:1", "epoch:" + epoch);
		Frame next = mary.take("MESSAGE");
		assertThat(next.header("seq")).isEqualTo("2");
		assertThat(next.header("resume")).isEmpty();
	}

	@Test
	void aDevelopersBroadcastReachesBothOnce() {
		this.grace.subscribe("/topic/coin");
		this.joan.subscribe("/topic/coin");
		this.grace.send("SEND", "", "destination:/app/coin");
		for (RawClient each : List.of(this.grace, this.joan)) {
			assertThat(each.takeFrom("/topic/coin").body()).contains("heads");
		}
		there.bean(SimpMessagingTemplate.class).convertAndSend("/topic/coin", "tails");
		for (RawClient each : List.of(this.grace, this.joan)) {
			assertThat(each.takeFrom("/topic/coin").body()).contains("tails");
		}
	}

	@Test
	void aDevelopersMessageToAUserReachesTheirConnectionsToBothOnce() {
		RawClient[] linus = { Members.connect(here, Carrier.TCP, "linus").subscribe("/user/queue/dice"),
				Members.connect(there, Carrier.TCP, "linus").subscribe("/user/queue/dice") };
		this.joan.subscribe("/user/queue/dice");
		SimpMessagingTemplate template = here.bean(SimpMessagingTemplate.class);
		template.convertAndSendToUser("linus", "/queue/dice", "six");
		template.convertAndSendToUser("linus", "/queue/dice", "one");
		for (RawClient each : linus) {
			assertThat(each.takeFrom("/user/queue/dice").body()).contains("six");
			assertThat(each.takeFrom("/user/queue/dice").body()).contains("one");
		}
		assertThat(this.joan.has((frame) -> frame.header("destination").equals("/user/queue/dice"))).isFalse();
	}

	private void post(int count) {
		IntStream.range(0, count / 2).forEach((number) -> {
			this.grace.post(this.topic, "from here " + number);
			this.joan.post(this.topic, "from there " + number);
		});
	}

	private List<String> texts(BrokerServer node, int count) {
		RawClient late = node.connect(Carrier.TCP, "late").subscribe("/topic/chat." + this.topic, "since:0");
		List<String> texts = late.takeMessages(count)
			.stream()
			.map((frame) -> frame.json().path("text").asString())
			.toList();
		late.close();
		return texts;
	}

	private static List<Long> numbers(long from, long to) {
		return LongStream.rangeClosed(from, to).boxed().toList();
	}

}
