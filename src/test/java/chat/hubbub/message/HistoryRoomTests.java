package chat.hubbub.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import chat.hubbub.broker.wire.CustomHeaders;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryRoomTests {

	/** Each of its messages takes more than a quarter of what any page may have. */
	private static final List<Posted> PAGE = LongStream.rangeClosed(1, 10).mapToObj(HistoryRoomTests::posted).toList();

	private final HistoryRoom room = new HistoryRoom(8 * HistoryRoom.LEAST_BYTES);

	private final MockHttpServletRequest first = new MockHttpServletRequest();

	private final MockHttpServletRequest second = new MockHttpServletRequest();

	@Test
	void shortensPagesWhileOthersAreOnTheirWay() {
		assertThat(this.room.fit(PAGE, this.first)).isEqualTo(PAGE);
		this.room.fit(PAGE, new MockHttpServletRequest());
		this.room.fit(PAGE, new MockHttpServletRequest());
		this.room.fit(PAGE, new MockHttpServletRequest());
		assertThat(this.room.fit(PAGE, this.second)).isEqualTo(PAGE.subList(0, 3));
		complete(this.second);
		assertThat(this.room.fit(PAGE, this.second)).hasSize(3);
		complete(this.first);
		complete(this.first);
		assertThat(this.room.fit(PAGE, this.second)).isEqualTo(PAGE);
		assertThat(this.room.fit(PAGE, new MockHttpServletRequest())).hasSize(3);
	}

	@Test
	void hasRoomForOneMessageAndForNone() {
		HistoryRoom none = new HistoryRoom(0);
		List<Posted> large = List.of(posted(1, "x".repeat(200_000)), posted(2, "x"));
		assertThat(none.fit(large, this.first)).isEqualTo(large.subList(0, 1));
		assertThat(none.fit(List.of(), this.first)).isEmpty();
	}

	private void complete(MockHttpServletRequest request) {
		this.room.afterCompletion(request, new MockHttpServletResponse(), this, null);
	}

	private static Posted posted(long seq) {
		return posted(seq, "x".repeat(10_000));
	}

	private static Posted posted(long seq, String text) {
		return new Posted(Posts.TEA, seq, "id", "ada", new Content(text), Instant.EPOCH, CustomHeaders.NONE, null,
				Present.UNCHANGED);
	}

}
