package chat.hubbub.search;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import chat.hubbub.search.index.Condition;
import chat.hubbub.search.index.Found;
import chat.hubbub.search.index.FoundPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagesTests {

	private static final Condition ALL = new Condition(List.of(), List.of(), Set.of(), 0, 1_000);

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

	private final Deadline deadline = new Deadline(this.now::get, Duration.ofSeconds(5));

	@Test
	void goesOnBelowTheLastMessage() {
		Pages pages = new Pages(PagesTests::two, ALL, this.deadline);
		assertThat(pages.next(2).list()).extracting(Found::id).containsExactly(999L, 998L);
		assertThat(pages.next(2).list()).extracting(Found::id).containsExactly(997L, 996L);
	}

	@Test
	void endsASearchThatTakesTooLong() {
		Pages pages = new Pages(PagesTests::two, ALL, this.deadline);
		this.now.addAndGet(Duration.ofSeconds(5).toNanos());
		assertThat(pages.next(2).list()).hasSize(2);
		this.now.incrementAndGet();
		assertThatThrownBy(() -> pages.next(2)).isInstanceOf(SearchBusy.class);
	}

	private static FoundPage two(Condition rest, int limit) {
		return new FoundPage(List.of(found(rest.before() - 1), found(rest.before() - 2)), false);
	}

	private static Found found(long id) {
		return new Found(id, "tea", id, "tea");
	}

}
