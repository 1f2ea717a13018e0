package chat.hubbub.presence;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TypistsTests {

	private static final String TEA = "chat.tea";

	private final Typists typists = new Typists();

	private long now = System.nanoTime();

	@Test
	void tellsWhoIsTypingOnceForManyNotices() {
		IntStream.range(0, 10_000).forEach((number) -> type("ada"));
		type("grace");
		assertThat(drain()).isEqualTo(Map.of(TEA, new TypingNotice(2, List.of("ada", "grace"))));
		type("ada");
		assertThat(drain()).isEmpty();
		assertThat(this.typists.told(TEA)).contains(new TypingNotice(2, List.of("ada", "grace")));
	}

	@Test
	void expiresByItselfSixSecondsAfterTheLastNotice() {
		type("ada");
		drain();
		later(Duration.ofSeconds(3));
		type("ada");
		later(Typists.EXPIRY.minusNanos(1));
		assertThat(drain()).isEmpty();
		assertThat(this.typists.isEmpty()).isFalse();
		later(Duration.ofNanos(1));
		assertThat(drain()).isEqualTo(Map.of(TEA, new TypingNotice(0, List.of())));
		assertThat(this.typists.isEmpty()).isTrue();
		assertThat(this.typists.told(TEA)).isEmpty();
		assertThat(drain()).isEmpty();
	}

	@Test
	void whoHasPostedIsNotTyping() {
		type("ada");
		drain();
		this.typists.apply(new Typed(TEA, "ada", false), this.now);
		this.typists.apply(new Typed(TEA, "eve", false), this.now);
		assertThat(drain()).isEqualTo(Map.of(TEA, new TypingNotice(0, List.of())));
	}

	@Test
	void aShortWordTellsNothing() {
		type("ada");
		this.typists.apply(new Typed(TEA, "ada", false), this.now);
		assertThat(drain()).isEmpty();
	}

	@Test
	void namesTheFirstAndCountsTheOthersUpToABound() {
		IntStream.range(0, 2 * Typists.MAX_IN_PLACE).forEach((number) -> type("guest-" + number));
		TypingNotice notice = drain().get(TEA);
		assertThat(notice.count()).isEqualTo(Typists.MAX_IN_PLACE);
		assertThat(notice.people()).hasSize(Typists.SHOWN).startsWith("guest-0").endsWith("guest-9");
	}

	@Test
	void holdsABoundedNumberOfPlaces() {
		IntStream.range(0, 2 * Typists.MAX_PLACES)
			.forEach((number) -> this.typists.apply(new Typed("chat.t" + number, "ada", true), this.now));
		assertThat(drain()).hasSize(Typists.MAX_PLACES);
	}

	private void type(String name) {
		this.typists.apply(new Typed(TEA, name, true), this.now);
	}

	private void later(Duration time) {
		this.now += time.toNanos();
	}

	private Map<String, TypingNotice> drain() {
		Map<String, TypingNotice> told = new LinkedHashMap<>();
		this.typists.drain(this.now, told::put);
		return told;
	}

}
