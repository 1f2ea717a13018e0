package chat.hubbub.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RostersTests {

	private static final String TEA = "chat.tea";

	private static final String HERE = "here";

	private static final String THERE = "there";

	private final Rosters rosters = new Rosters();

	private long now = System.nanoTime();

	@Test
	void tellsDifferencesOfATopicOnceForAllEventsSinceTheLast() {
		apply(HERE, seen("ada", State.ONLINE), seen("grace", State.ONLINE), seen("joan", State.ONLINE));
		drain();
		apply(HERE, seen("ada", State.AWAY), seen("ada", State.ONLINE), seen("ada", State.AWAY));
		apply(HERE, seen("grace", State.GONE), seen("mary", State.ONLINE));
		assertThat(drain()).isEqualTo(Map.of(TEA, new Notice("changed", 2, 1,
				List.of(new Shown("ada", true, true), new Shown("mary", false, true)), List.of("grace"))));
		assertThat(drain()).isEmpty();
	}

	@Test
	void whatHasNotChangedInTheEndIsNotTold() {
		apply(HERE, seen("ada", State.ONLINE));
		drain();
		apply(HERE, seen("ada", State.GONE), seen("ada", State.ONLINE), seen("eve", State.ONLINE),
				seen("eve", State.GONE));
		assertThat(drain()).isEmpty();
	}

	@Test
	void aNewSubscriberSeesThePeopleAsTheOthersSawThemLast() {
		apply(HERE, seen("ada", State.ONLINE));
		assertThat(this.rosters.view(TEA)).isEqualTo(View.EMPTY);
		drain();
		assertThat(names(this.rosters.view(TEA).state())).containsExactly("ada");
		apply(HERE, seen("ada", State.GONE));
		drain();
		assertThat(this.rosters.view(TEA)).isEqualTo(View.EMPTY);
	}

	@Test
	void showsAllOf200AndTheFirst50OfMoreWithTheirNumber() {
		IntStream.range(0, View.ALL).forEach((number) -> apply(HERE, seen("guest-" + number, State.ONLINE)));
		assertThat(drain().get(TEA).people()).hasSize(View.ALL);
		apply(HERE, seen("guest-200", State.AWAY));
		this.now += View.LARGE_EVERY.toNanos();
		Notice large = drain().get(TEA);
		assertThat(large.type()).isEqualTo("state");
		assertThat(large.online()).isEqualTo(200);
		assertThat(large.away()).isEqualTo(1);
		assertThat(names(large)).hasSize(View.FIRST).startsWith("guest-0").endsWith("guest-49");
		apply(HERE, seen("guest-201", State.ONLINE));
		assertThat(drain()).as("so soon").isEmpty();
		this.now += View.LARGE_EVERY.toNanos();
		assertThat(drain()).isEqualTo(Map.of(TEA, new Notice("changed", 201, 1, List.of(), List.of())));
		apply(HERE, seen("guest-7", State.GONE));
		this.now += View.LARGE_EVERY.toNanos();
		Notice next = drain().get(TEA);
		assertThat(names(next)).containsExactly("guest-50");
		assertThat(next.gone()).containsExactly("guest-7");
		apply(HERE, seen("guest-60", State.GONE));
		assertThat(drain().get(TEA).people()).hasSize(View.ALL - View.FIRST);
		assertThat(this.rosters.view(TEA).people()).hasSize(View.ALL);
	}

	@Test
	void aPersonOnTwoNodesIsOneAndOnlineIfAnyNodeSaysSo() {
		apply(HERE, seen("ada", State.AWAY));
		apply(THERE, seen("ada", State.ONLINE));
		assertThat(drain().get(TEA).online()).isEqualTo(1);
		apply(THERE, seen("ada", State.GONE));
		assertThat(drain().get(TEA).people()).containsExactly(new Shown("ada", true, true));
		apply(HERE, seen("ada", State.GONE));
		assertThat(drain()).isEqualTo(Map.of(TEA, View.EMPTY.state()));
	}

	@Test
	void aNameThatPassedToAnotherPersonStays() {
		apply(HERE, seen("ada", State.ONLINE), account("@1", "ada", State.ONLINE));
		drain();
		apply(HERE, seen("ada", State.GONE));
		Notice notice = drain().get(TEA);
		assertThat(notice.gone()).isEmpty();
		assertThat(notice.online()).isEqualTo(1);
	}

	@Test
	void aGuestWhoCreatesAnAccountOfThatNameIsNoGuestAnyMore() {
		apply(HERE, seen("ada", State.AWAY));
		assertThat(drain().get(TEA).people()).containsExactly(new Shown("ada", true, true));
		apply(HERE, account("@1", "ada", State.ONLINE));
		assertThat(drain().get(TEA).people()).as("in the time of grace")
			.containsExactly(new Shown("ada", false, false));
		apply(HERE, seen("ada", State.GONE));
		assertThat(drain().get(TEA).online()).isEqualTo(1);
		assertThat(this.rosters.view(TEA).people().values()).containsExactly(new Shown("ada", false, false));
	}

	@Test
	void aNodeThatIsSilentLosesItsPeople() {
		apply(THERE, seen("ada", State.ONLINE));
		drain();
		Map<String, Notice> told = new LinkedHashMap<>();
		this.rosters.drain(this.now + Rosters.SILENCE.toNanos(), told::put);
		assertThat(told).isEmpty();
		this.rosters.drain(this.now + Rosters.SILENCE.toNanos() + 1, told::put);
		assertThat(told).isEqualTo(Map.of(TEA, View.EMPTY.state()));
		assertThat(apply(THERE, seen("ada", State.ONLINE))).as("it is unknown again").isTrue();
	}

	@Test
	void aCompleteFactReplacesWhatTheNodeHasTold() {
		apply(HERE, seen("grace", State.ONLINE));
		apply(THERE, seen("ada", State.ONLINE), seen("eve", State.ONLINE));
		drain();
		this.rosters.apply(new Attended(THERE, true, List.of(seen("ada", State.ONLINE))), this.now);
		assertThat(drain().get(TEA).gone()).containsExactly("eve");
	}

	private boolean apply(String node, Seen... people) {
		return this.rosters.apply(new Attended(node, false, List.of(people)), this.now);
	}

	private Map<String, Notice> drain() {
		Map<String, Notice> told = new LinkedHashMap<>();
		this.rosters.drain(this.now, told::put);
		return told;
	}

	private static List<String> names(Notice notice) {
		return notice.people().stream().map(Shown::name).toList();
	}

	private static Seen seen(String name, State state) {
		return new Seen(TEA, name, name, true, state);
	}

	private static Seen account(String key, String name, State state) {
		return new Seen(TEA, key, name, false, state);
	}

}
