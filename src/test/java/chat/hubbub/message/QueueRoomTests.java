package chat.hubbub.message;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueueRoomTests {

	private final QueueRoom room = new QueueRoom(10, 100 * 1024);

	@Test
	void boundsTheBytesOfPosts() {
		assertThat(this.room.tryAcquire(posts(1, 20_000))).isTrue();
		assertThat(this.room.tryAcquire(posts(1, 20_000))).isTrue();
		assertThat(this.room.tryAcquire(posts(1, 20_000))).isFalse();
		assertThat(this.room.used()).isEqualTo(2);
		this.room.release(posts(1, 20_000));
		assertThat(this.room.tryAcquire(posts(1, 20_000))).isTrue();
	}

	@Test
	void boundsTheirNumber() {
		assertThat(this.room.tryAcquire(posts(10, 1))).isTrue();
		assertThat(this.room.tryAcquire(posts(1, 1))).isFalse();
	}

	@Test
	void takesAloneWhatIsLargerThanAll() {
		assertThat(this.room.tryAcquire(posts(20, 20_000))).isTrue();
		assertThat(this.room.tryAcquire(posts(1, 1))).isFalse();
		this.room.release(posts(20, 20_000));
		assertThat(this.room.used()).isZero();
	}

	private static List<Unit> posts(int count, int length) {
		return IntStream.range(0, count).mapToObj((number) -> Unit.of(Posts.ada("x".repeat(length)))).toList();
	}

}
