package chat.hubbub.message;

import java.time.Instant;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.wire.CustomHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PageOfEventsTests {

	private final PageOfEvents page = new PageOfEvents();

	@ParameterizedTest
	@ValueSource(strings = { "a", "a\tb\n\r\f\b", "\u0000\u001f\u007f", "\"\\/<>&'", "é߿", "漢\uffff", "👋𐌰" })
	void countsWhatATextHasInJson(String text) {
		assertThat(PageOfEvents.jsonBytes(text)).isEqualTo(new JsonMapper().writeValueAsBytes(text).length - 2);
	}

	@Test
	void endsBeforeItIsTooLarge() {
		String half = "a".repeat(Backlog.PAGE_BYTES / 2 - 1000);
		assertThat(this.page.add(posted(1, half))).isTrue();
		assertThat(this.page.add(posted(2, half))).isTrue();
		assertThat(this.page.add(posted(3, half))).isFalse();
		assertThat(this.page.entries()).extracting((entry) -> entry.event().seq()).containsExactly(1L, 2L);
	}

	@Test
	void hasOneEventHoweverLargeItIs() {
		assertThat(this.page.add(posted(1, "a".repeat(2 * Backlog.PAGE_BYTES)))).isTrue();
		assertThat(this.page.add(posted(2, "a"))).isFalse();
		assertThat(this.page.entries()).extracting((entry) -> entry.event().seq()).containsExactly(1L);
	}

	private static LogEntry posted(long seq, String text) {
		return new LogEntry(new Posted(Posts.TEA, seq, "id", "ada", new Content(text), Instant.EPOCH,
				CustomHeaders.NONE, null, Present.UNCHANGED), "ada");
	}

}
