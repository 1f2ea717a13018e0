package chat.hubbub.cluster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chat.hubbub.broker.FakeBacklog;
import chat.hubbub.broker.NewEvents;
import chat.hubbub.broker.wire.EncodedMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SequencerTests {

	private static final String TEA = "/topic/chat.tea";

	private static final String COFFEE = "/topic/chat.coffee";

	private final List<String> heard = new ArrayList<>();

	private final List<String> told = new ArrayList<>();

	private final Set<String> live = new HashSet<>(Set.of(TEA, COFFEE));

	private final FakeBacklog store = new FakeBacklog();

	private final MemoryBus bus = new MemoryBus();

	private long now;

	private final Sequencer sequencer = new Sequencer(new Recorder(), this.live::contains, () -> this.now);

	private final Repairs repairs = new Repairs(this.sequencer, this.store, this.bus.join());

	@Test
	void letsThroughWhatComesInOrderFromWherever() {
		assertThat(own(events(TEA, 1, 2))).isTrue();
		arrives(events(TEA, 3));
		assertThat(own(events(TEA, 4))).isTrue();
		assertThat(this.heard).containsExactly("tea 1", "tea 2", "tea 3", "tea 4");
		assertThat(this.told).containsExactly("tea to 3");
	}

	@Test
	void beginsAfterTheHeadsAtTheStart() {
		this.sequencer.begin(Map.of(TEA, 41L));
		arrives(events(TEA, 41));
		arrives(events(TEA, 42));
		assertThat(this.heard).containsExactly("tea 42");
	}

	@Test
	void holdsWhatComesTooEarlyAndTheReceiptOfItsOwn() {
		assertThat(own(events(TEA, 2, 3))).isFalse();
		assertThat(this.heard).isEmpty();
		arrives(events(TEA, 1));
		assertThat(this.heard).containsExactly("tea 1", "tea 2", "tea 3", "done");
		assertThat(this.sequencer.gaps()).isZero();
	}

	@Test
	void holdsNoOtherTopicOfTheSameCommit() {
		assertThat(own(events(COFFEE, 1), events(TEA, 2), events(COFFEE, 2), events(TEA, 3))).isFalse();
		assertThat(this.heard).containsExactly("coffee 1", "coffee 2");
		arrives(events(TEA, 1));
		assertThat(this.heard).endsWith("tea 1", "tea 2", "tea 3", "done");
	}

	@Test
	void putsSwappedGroupsIntoTheirOrder() {
		arrives(events(TEA, 5, 6));
		arrives(events(TEA, 3, 4));
		arrives(events(TEA, 1, 2));
		assertThat(this.heard).containsExactly("tea 1", "tea 2", "tea 3", "tea 4", "tea 5", "tea 6");
		wait(100);
		assertThat(this.store.reads).isEmpty();
	}

	@Test
	void dropsWhatComesTwiceOrLate() {
		arrives(events(TEA, 1, 2));
		arrives(events(TEA, 1, 2));
		arrives(events(TEA, 4));
		arrives(events(TEA, 4));
		arrives(events(TEA, 2, 3));
		arrives(events(TEA, 3));
		assertThat(this.heard).containsExactly("tea 1", "tea 2", "tea 3", "tea 4");
	}

	@Test
	void readsAGapFromTheStoreAfterAMoment() {
		this.store.length = 4;
		arrives(events(TEA, 1));
		arrives(events(TEA, 4));
		wait(49);
		assertThat(this.heard).containsExactly("tea 1");
		wait(1);
		assertThat(this.heard).containsExactly("tea 1", "forget tea", "tea 2", "tea 3", "tea 4");
		assertThat(this.store.reads).containsExactly(1L);
		arrives(events(TEA, 2, 3));
		assertThat(this.heard).hasSize(5);
	}

	@Test
	void readsAGapAtOnceWithoutABus() {
		this.bus.setUp(false);
		this.store.length = 2;
		assertThat(own(events(TEA, 2))).isFalse();
		wait(5);
		assertThat(this.heard).containsExactly("forget tea", "tea 1", "tea 2", "done");
	}

	@Test
	void readsALongGapInPages() {
		this.store.length = 1_000;
		arrives(events(TEA, 1_000));
		wait(50);
		IntStream.range(0, 4).forEach((read) -> wait(0));
		assertThat(this.heard.stream().filter((each) -> each.startsWith("tea")))
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).mapToObj((seq) -> "tea " + seq).toList());
		assertThat(this.store.reads).containsExactly(0L, 200L, 400L, 600L, 800L);
	}

	@Test
	void findsASilentTailByItsHead() {
		arrives(events(TEA, 1));
		this.store.length = 3;
		this.sequencer.heads(Map.of(TEA, 3L));
		wait(50);
		assertThat(this.heard).containsExactly("tea 1", "forget tea", "tea 2", "tea 3");
		this.sequencer.heads(Map.of(TEA, 3L));
		wait(50);
		assertThat(this.store.reads).hasSize(1);
	}

	@Test
	void doesNotReadWhatIsAboutToComeFromThisNode() {
		this.store.length = 1;
		this.sequencer.heads(Map.of(TEA, 1L));
		assertThat(own(events(TEA, 1))).isTrue();
		wait(100);
		assertThat(this.store.reads).isEmpty();
	}

	@Test
	void triesAgainWhenTheStoreIsAway() {
		this.store.length = 2;
		this.store.whileReading = () -> {
			throw new IllegalStateException("The store is away");
		};
		own(events(TEA, 2));
		wait(50);
		this.store.whileReading = () -> {
		};
		wait(200);
		assertThat(this.heard).isEmpty();
		wait(50);
		assertThat(this.heard).containsExactly("forget tea", "tea 1", "tea 2", "done");
	}

	@Test
	void triesAgainAfterAnErrorAndRepairsOtherTopicsMeanwhile() {
		this.store.length = 2;
		this.store.whileReading = () -> {
			this.store.whileReading = () -> {
			};
			throw new StackOverflowError();
		};
		own(events(TEA, 2), events(COFFEE, 2));
		wait(50);
		assertThat(this.heard).containsExactly("forget coffee", "coffee 1", "coffee 2");
		wait(250);
		assertThat(this.heard).endsWith("forget tea", "tea 1", "tea 2", "done");
	}

	@Test
	void letsThroughWhatArrivesWhileItReads() {
		this.store.length = 3;
		arrives(events(TEA, 3));
		this.store.whileReading = () -> arrives(events(TEA, 1, 2));
		wait(50);
		assertThat(this.heard).containsExactly("tea 1", "tea 2", "tea 3", "forget tea");
	}

	@Test
	void forgetsThePastBeforeAnErasureOfAnotherNode() {
		EncodedMessage erasure = event(TEA, 2);
		this.sequencer.arrived(new NewEvents(List.of(event(TEA, 1), erasure, event(TEA, 3)), Set.of(erasure), 0));
		assertThat(this.heard).containsExactly("tea 1", "forget tea", "tea 2", "tea 3");
	}

	@Test
	void forgetsThePastBeforeAnErasureOfItsOwnThatHadToWait() {
		EncodedMessage erasure = event(TEA, 2);
		this.sequencer.own(new NewEvents(List.of(erasure), Set.of(erasure), 0), () -> this.heard.add("done"));
		arrives(events(TEA, 1));
		assertThat(this.heard).containsExactly("tea 1", "forget tea", "tea 2", "done");
	}

	@Test
	void countsOnlyTheNumbersOfATopicWithoutSubscribers() {
		this.live.remove(TEA);
		assertThat(own(events(TEA, 7))).isTrue();
		this.sequencer.heads(Map.of(TEA, 90L));
		arrives(events(TEA, 91));
		assertThat(this.heard).containsExactly("forget tea", "tea 7", "forget tea", "tea 91");
		assertThat(this.told).contains("tea to 90", "tea to 91");
		wait(100);
		assertThat(this.store.reads).isEmpty();
	}

	@Test
	void keepsNoMoreBytesThanThereIsRoomForAndReadsTheRest() {
		int count = 20;
		this.store.length = 2 + count;
		for (int number = 0; number < count; number++) {
			byte[] body = new byte[1024 * 1024];
			assertThat(this.sequencer.own(
					new NewEvents(List.of(EncodedMessage.event(TEA, 3 + number, body, "")), Set.of(), 0),
					() -> this.heard.add("done")))
				.isFalse();
		}
		wait(50);
		wait(0);
		assertThat(this.heard.stream().filter((each) -> each.startsWith("tea"))).hasSize(2 + count);
		assertThat(this.heard.stream().filter("done"::equals)).hasSize(count);
	}

	private void wait(int millis) {
		this.now += TimeUnit.MILLISECONDS.toNanos(millis);
		this.repairs.repair();
	}

	private boolean own(Run... events) {
		return this.sequencer.own(group(events), () -> this.heard.add("done"));
	}

	private void arrives(Run... events) {
		this.sequencer.arrived(Groups.read(Groups.write(group(events))));
	}

	private static NewEvents group(Run... events) {
		return new NewEvents(Stream.of(events).flatMap((run) -> run.events().stream()).toList(), Set.of(), 0);
	}

	private static Run events(String destination, long... seqs) {
		return new Run(LongStream.of(seqs).mapToObj((seq) -> event(destination, seq)).toList());
	}

	private static EncodedMessage event(String destination, long seq) {
		return EncodedMessage.event(destination, seq, "{}".getBytes(StandardCharsets.UTF_8), "");
	}

	private static String name(String destination) {
		return destination.substring("/topic/chat.".length());
	}

	/** Events of one topic. */
	private record Run(List<EncodedMessage> events) {

	}

	private final class Recorder implements Sequencer.Outlet {

		@Override
		public void deliver(List<EncodedMessage> events) {
			events.forEach((event) -> SequencerTests.this.heard.add(name(event.destination()) + " " + event.seq()));
		}

		@Override
		public void forget(String destination) {
			SequencerTests.this.heard.add("forget " + name(destination));
		}

		@Override
		public void arrived(Map<String, Long> heads) {
			heads.forEach((destination, head) -> SequencerTests.this.told.add(name(destination) + " to " + head));
		}

	}

}
