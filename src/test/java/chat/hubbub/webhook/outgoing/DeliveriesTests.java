package chat.hubbub.webhook.outgoing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import chat.hubbub.account.Account;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.message.TestLog;
import chat.hubbub.message.follow.Lease;
import chat.hubbub.topic.TopicName;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTests {

	private static final TopicName TEA = new TopicName("tea");

	private static final TopicName COFFEE = new TopicName("coffee");

	private static final long ADA = 1;

	private static final Account BOT = new Account(2, new Username("bot"), Role.MEMBER, 0);

	/** It doubles up to a second. */
	private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

	private static final Duration EVERY = Duration.ofMillis(20);

	private static final int EVENTS = 2_000;

	private final FakeClock clock = new FakeClock();

	private final Receivers receivers = new Receivers();

	private final AtomicLong fence = new AtomicLong(1);

	private TestLog log;

	private OutgoingHookStore store;

	private Deliveries deliveries;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.log = new TestLog(folder);
		this.log.addTopic("lobby");
		this.log.database().addAccount(ADA, "ada");
		this.log.database().addAccount(BOT.id(), "bot");
		this.store = new OutgoingHookStore(this.log.database().client(), this.log.database().ids());
		this.deliveries = deliveries();
	}

	@AfterEach
	void close() {
		this.receivers.letGo();
		this.deliveries.stop();
		this.log.close();
	}

	@Test
	void losesNothingWhileAReceiverIsDownForAMinute() {
		OutgoingHook hook = hook(TEA);
		this.receivers.breakDown("status 503");
		this.deliveries.start();
		this.log.postMany("tea", EVENTS);
		patiently().until(() -> this.receivers.attempts(hook) > 3);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(stored(hook).state()).isEqualTo("failing");
		assertThat(this.receivers.received(hook)).isEmpty();
		this.receivers.repair();
		patiently().until(() -> stored(hook).seq() == EVENTS);
		assertThat(this.receivers.received(hook)).isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList());
		assertThat(this.receivers.mostAtOnce(hook)).isEqualTo(1);
		assertThat(stored(hook).state()).isEqualTo("on");
	}

	@Test
	void repeatsAnEventOnlyIfItsAnswerWasLost() {
		OutgoingHook hook = hook(TEA);
		this.receivers.loseAnswerTo(2);
		this.deliveries.start();
		this.log.postMany("tea", 5);
		patiently().until(() -> stored(hook).seq() == 5);
		assertThat(this.receivers.received(hook)).containsExactly(1L, 2L, 2L, 3L, 4L, 5L);
	}

	@Test
	void holdsNoOtherWebhookWhileAReceiverIsSlow() {
		OutgoingHook slow = hook(TEA);
		OutgoingHook other = hook(TEA);
		OutgoingHook coffee = hook(COFFEE);
		this.receivers.halt(slow);
		this.deliveries.start();
		this.log.postMany("tea", 20);
		this.log.postMany("coffee", 20);
		patiently().until(() -> stored(other).seq() == 20 && stored(coffee).seq() == 20);
		assertThat(stored(slow).seq()).isZero();
		this.receivers.letGo();
		patiently().until(() -> stored(slow).seq() == 20);
	}

	@Test
	void beginsWithTheNextEvent() {
		this.log.postMany("tea", 3);
		OutgoingHook hook = hook(TEA);
		this.deliveries.start();
		this.log.edit("tea", 2, "two");
		this.log.delete("tea", 3);
		patiently().until(() -> stored(hook).seq() == 5);
		assertThat(this.receivers.received(hook)).containsExactly(4L, 5L);
		assertThat(this.receivers.kinds()).containsExactly("edited", "deleted");
	}

	@Test
	void goesOnAfterARestartWhereItWas() {
		OutgoingHook hook = hook(TEA);
		this.deliveries.start();
		this.log.postMany("tea", 3);
		patiently().until(() -> stored(hook).seq() == 3);
		this.deliveries.stop();
		this.log.postMany("tea", 2);
		this.deliveries = deliveries();
		this.deliveries.start();
		patiently().until(() -> stored(hook).seq() == 5);
		assertThat(this.receivers.received(hook)).containsExactly(1L, 2L, 3L, 4L, 5L);
	}

	/** Counted from the first failure, also over a restart. */
	@Test
	void isTurnedOffAfterADay() {
		OutgoingHook hook = hook(TEA);
		this.receivers.breakDown("no answer");
		this.deliveries.start();
		this.log.post("tea", "1");
		patiently().until(() -> stored(hook).failingSince() != null);
		this.deliveries.stop();
		this.clock.advance(Duration.ofHours(23));
		this.deliveries = deliveries();
		this.deliveries.start();
		int before = this.receivers.attempts(hook);
		patiently().until(() -> this.receivers.attempts(hook) > before + 1);
		assertThat(this.receivers.turnedOff()).isEmpty();
		this.clock.advance(Duration.ofHours(1));
		patiently().until(() -> !this.receivers.turnedOff().isEmpty());
		assertThat(this.receivers.turnedOff()).first().isEqualTo(hook.id() + " no answer");
	}

	@Test
	void isTurnedOffIfTheReceiverWantsNoMore() {
		hook(TEA);
		this.receivers.breakDown("status 410");
		this.deliveries.start();
		this.log.post("tea", "1");
		patiently().until(() -> !this.receivers.turnedOff().isEmpty());
	}

	/** Nothing is sent that its owner may not read. */
	@Test
	void isTurnedOffIfItsOwnerMayReadTheTopicNoMore() {
		OutgoingHook hook = hook(TEA);
		this.receivers.withdrawRights();
		this.deliveries.start();
		this.log.post("tea", "1");
		patiently().until(() -> !this.receivers.turnedOff().isEmpty());
		assertThat(this.receivers.turnedOff()).first().isEqualTo(hook.id() + " right.missing");
		assertThat(this.receivers.attempts(hook)).isZero();
	}

	@Test
	void deliversOnOneNodeAtATime() {
		OutgoingHook hook = hook(TEA);
		this.fence.set(0);
		this.deliveries.start();
		this.log.post("tea", "1");
		assertThat(this.receivers.attempts(hook)).isZero();
		this.fence.set(2);
		patiently().until(() -> stored(hook).seq() == 1);
		this.fence.set(0);
		this.log.post("tea", "2");
		// The other node delivers it.
		assertThat(this.store.move(hook, new Place(TEA, 1), new Place(TEA, 2))).isTrue();
		this.fence.set(3);
		this.log.post("tea", "3");
		patiently().until(() -> stored(hook).seq() == 3);
		// An attempt that began while this node still held the lease may send the second
		// one too.
		assertThat(this.receivers.received(hook)).startsWith(1L).endsWith(3L).doesNotHaveDuplicates();
	}

	/** Each message once, also if it mentions the account only since an edit. */
	@Test
	void tellsTheMentionsOfAnAccountInEveryTopic() {
		mention("tea");
		OutgoingHook hook = hookOfBot();
		this.deliveries.start();
		mention("coffee");
		patiently().until(() -> this.receivers.told().equals(List.of("coffee-1")));
		this.log.post("tea", "hello");
		this.log.mention("tea", ADA, "ada");
		this.log.editToMention("tea", 2, "Well,", BOT.id(), "bot");
		this.log.editToMention("tea", 2, "Now,", BOT.id(), "bot");
		mention("tea");
		patiently().until(() -> stored(hook).place().equals(new Place(TEA, 6)));
		this.deliveries.stop();
		mention("coffee");
		this.deliveries = deliveries();
		this.deliveries.start();
		patiently().until(() -> stored(hook).place().equals(new Place(COFFEE, 2)));
		assertThat(this.receivers.told()).containsExactly("coffee-1", "tea-4", "tea-6", "coffee-2");
		assertThat(this.receivers.kinds()).containsExactly("posted", "edited", "posted", "posted");
	}

	@Test
	void losesNoMentionInManyTopicsWhileTheReceiverIsDown() {
		OutgoingHook hook = hookOfBot();
		this.receivers.breakDown("status 503");
		this.deliveries.start();
		List<String> events = new ArrayList<>();
		for (int number = 0; number < Ahead.MOST + 20; number++) {
			String topic = "topic-" + number;
			this.log.addTopic(topic);
			mention(topic);
			events.add(topic + "-1");
		}
		patiently().until(() -> this.receivers.attempts(hook) > 3);
		assertThat(this.receivers.told()).isEmpty();
		this.receivers.repair();
		patiently().until(() -> this.receivers.told().size() >= events.size());
		mention("tea");
		patiently().until(() -> stored(hook).place().equals(new Place(TEA, 1)));
		events.add("tea-1");
		assertThat(this.receivers.told()).containsExactlyInAnyOrderElementsOf(events);
		assertThat(stored(hook).state()).isEqualTo("on");
	}

	@Test
	void leavesOutMentionsThatTheAccountMayNotRead() {
		OutgoingHook hook = hookOfBot();
		this.receivers.hide(COFFEE);
		this.deliveries.start();
		mention("coffee");
		patiently().until(() -> stored(hook).place().equals(new Place(COFFEE, 1)));
		this.receivers.show(COFFEE);
		mention("coffee");
		patiently().until(() -> stored(hook).place().equals(new Place(COFFEE, 2)));
		assertThat(this.receivers.told()).containsExactly("coffee-2");
	}

	/** A node does not see the texts that others have stored. */
	@Test
	void looksForMentionsWhereOtherNodesHaveStoredSomething() {
		News news = News.in(List.of(TEA, COFFEE));
		assertThat(news.of(hookOfBot())).containsExactlyInAnyOrder(TEA, COFFEE);
		assertThat(news.of(hook(TEA))).containsExactly(TEA);
		assertThat(news.of(hook(new TopicName("lobby")))).isEmpty();
	}

	private void mention(String topic) {
		this.log.mention(topic, BOT.id(), "bot");
	}

	private Deliveries deliveries() {
		Lease lease = this.fence::get;
		Reading reading = new Reading(this.log.events(), this.log.database().client());
		return new Deliveries(this.store, this.log.events(), reading, this.receivers, lease, this.clock, FIRST_PAUSE,
				EVERY);
	}

	private OutgoingHook hook(TopicName topic) {
		return hook(new Scope.OfTopic(topic), ADA);
	}

	private OutgoingHook hookOfBot() {
		return hook(new Scope.OfAccount(BOT), BOT.id());
	}

	private OutgoingHook hook(Scope scope, long maker) {
		return this.store
			.insert(scope, new Maker(maker, null), scope.mention(), URI.create("http://example.org/"), "secret",
					this.clock.instant())
			.orElseThrow();
	}

	private OutgoingHook stored(OutgoingHook hook) {
		List<OutgoingHook> all = this.store.active();
		return all.stream().filter((each) -> each.id() == hook.id()).findFirst().orElseThrow();
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(Duration.ofMinutes(2));
	}

}
