package chat.hubbub.broker.fanout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.broker.wire.EncodedMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TailTests {

	private final Tail tail = new Tail();

	@Test
	void reachesBackToItsFirstEvent() {
		append(5, 9);
		assertThat(after(4)).containsExactly(5L, 6L, 7L, 8L, 9L);
		assertThat(after(7)).containsExactly(8L, 9L);
		assertThat(after(9)).isEmpty();
		assertThat(this.tail.after(3)).isEmpty();
		assertThat(this.tail.after(0)).isEmpty();
	}

	@Test
	void isOfNoUseWhileItIsEmpty() {
		assertThat(this.tail.after(0)).isEmpty();
	}

	@Test
	void hasNothingForWhoIsAheadOfIt() {
		append(1, 3);
		assertThat(after(100)).isEmpty();
	}

	@Test
	void keepsABoundedNumber() {
		append(1, 300);
		assertThat(this.tail.after(43)).isEmpty();
		assertThat(after(44)).hasSize(256).startsWith(45L).endsWith(300L);
	}

	@Test
	void keepsABoundedNumberOfBytes() {
		byte[] body = new byte[20 * 1024];
		for (int seq = 1; seq <= 10; seq++) {
			this.tail.append(EncodedMessage.event("/topic/chat", seq, body, ""));
		}
		assertThat(this.tail.after(6)).isEmpty();
		assertThat(after(7)).containsExactly(8L, 9L, 10L);
	}

	@Test
	void keepsTheNewestHoweverLargeItIs() {
		this.tail.append(EncodedMessage.event("/topic/chat", 1, new byte[100 * 1024], ""));
		assertThat(after(0)).containsExactly(1L);
	}

	@Test
	void takesWhatTheStoreHasNowInTheirPlace() {
		append(5, 9);
		EncodedMessage changed = EncodedMessage.event("/topic/chat", 7, new byte[0], "changed");
		this.tail.refresh((since, limit) -> {
			assertThat(since).isEqualTo(4);
			assertThat(limit).isEqualTo(256);
			append(10, 10);
			return List.of(changed, EncodedMessage.event("/topic/chat", 11, new byte[0], "not here yet"));
		});
		assertThat(after(4)).containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
		assertThat(this.tail.after(6).orElseThrow().get(0)).isSameAs(changed);
	}

	@Test
	void beginsAnewAfterAGap() {
		append(5, 9);
		append(11, 12);
		assertThat(this.tail.after(4)).isEmpty();
		assertThat(after(10)).containsExactly(11L, 12L);
	}

	@Test
	void putsOneEventInThePlaceOfAnother() {
		append(5, 9);
		EncodedMessage changed = EncodedMessage.event("/topic/chat", 7, new byte[0], "");
		this.tail.replace(changed);
		this.tail.replace(EncodedMessage.event("/topic/chat", 4, new byte[0], ""));
		this.tail.replace(EncodedMessage.event("/topic/chat", 10, new byte[0], ""));
		assertThat(after(4)).containsExactly(5L, 6L, 7L, 8L, 9L);
		assertThat(this.tail.after(6).orElseThrow().get(0)).isSameAs(changed);
	}

	@Test
	void doesNotTakeBackWhatWasReplacedWhileItReadTheStore() {
		append(5, 9);
		EncodedMessage stale = EncodedMessage.event("/topic/chat", 7, new byte[0], "the text");
		EncodedMessage tombstone = EncodedMessage.event("/topic/chat", 7, new byte[0], "");
		List<List<EncodedMessage>> readings = new ArrayList<>(List.of(List.of(stale), List.of(tombstone)));
		this.tail.refresh((since, limit) -> {
			if (readings.size() == 2) {
				this.tail.replace(tombstone);
			}
			return readings.remove(0);
		});
		assertThat(readings).isEmpty();
		assertThat(this.tail.after(6).orElseThrow().get(0)).isSameAs(tombstone);
	}

	private void append(int from, int to) {
		for (int seq = from; seq <= to; seq++) {
			this.tail
				.append(EncodedMessage.event("/topic/chat", seq, "{}".getBytes(StandardCharsets.UTF_8), "tea " + seq));
		}
	}

	private List<Long> after(long seq) {
		return this.tail.after(seq).orElseThrow().stream().map(EncodedMessage::seq).toList();
	}

}
