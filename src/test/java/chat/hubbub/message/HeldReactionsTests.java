package chat.hubbub.message;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.refusal.Refusal;

import static chat.hubbub.message.Posts.TEA;
import static chat.hubbub.message.Posts.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeldReactionsTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

	private final LogQueue queue = new LogQueue(this.now::get);

	@Test
	void takesTheFirstReactionAtOnceAndTheNextTogetherAQuarterOfASecondLater() throws InterruptedException {
		put(reaction(1));
		assertThat(collect()).hasSize(1);
		put(reaction(2));
		put(reaction(3));
		assertThat(collect()).isEmpty();
		wait(249);
		put(reaction(4));
		assertThat(collect()).isEmpty();
		assertThat(this.queue.length()).isEqualTo(3);
		wait(1);
		assertThat(collect()).extracting(HeldReactionsTests::target).containsExactly(2L, 3L, 4L);
		assertThat(this.queue.length()).isZero();
	}

	@Test
	void makesAtMostFiveCommitsOfAllReactionsOfASecond() throws InterruptedException {
		int commits = 0;
		int taken = 0;
		for (int millis = 0; millis < 1_000; millis += 2) {
			put(reaction(1));
			List<Unit> group = collect();
			commits += group.isEmpty() ? 0 : 1;
			taken += group.size();
			wait(2);
		}
		wait(250);
		List<Unit> rest = collect();
		assertThat(commits + (rest.isEmpty() ? 0 : 1)).isLessThanOrEqualTo(5);
		assertThat(taken + rest.size()).isEqualTo(500);
	}

	@Test
	void holdsUpNothingElse() throws InterruptedException {
		put(reaction(1));
		collect();
		put(reaction(2));
		put(ada("Hello"));
		assertThat(collect()).hasSize(1).noneMatch(Unit::isCollected);
	}

	@Test
	void keepsATransactionTogether() throws InterruptedException {
		put(reaction(1));
		collect();
		this.queue.put(List.of(new Unit(List.of(ada("Hello"), reaction(2)))));
		assertThat(collect()).isEmpty();
		wait(250);
		assertThat(collect()).extracting(Unit::size).containsExactly(2);
	}

	@Test
	void takesNoMoreThanAnEventMayHave() throws InterruptedException {
		put(reaction(1));
		collect();
		IntStream.range(0, 1_500).forEach((number) -> put(reaction(number)));
		assertThat(collect()).isEmpty();
		wait(250);
		assertThat(collect()).hasSize(HeldReactions.COMMIT_BOUND);
		put(reaction(2_000));
		assertThat(collect()).isEmpty();
		wait(250);
		assertThat(collect()).hasSize(501).last().extracting(HeldReactionsTests::target).isEqualTo(2_000L);
	}

	@Test
	void takesAllBeforeItsEnd() throws InterruptedException {
		put(reaction(1));
		collect();
		Reaction last = reaction(2);
		put(last);
		collect();
		this.queue.close();
		assertThat(this.queue.isOver()).isFalse();
		assertThat(collect()).hasSize(1);
		assertThat(this.queue.isOver()).isTrue();
		put(reaction(3));
		this.queue.end();
		assertThat(last.done()).isNotDone();
	}

	@Test
	void refusesAReactionThatComesAfterItClosed() {
		this.queue.close();
		Reaction late = reaction(1);
		put(late);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Messages.await(late.done()));
	}

	private void put(Wish wish) {
		this.queue.put(List.of(Unit.of(wish)));
	}

	private List<Unit> collect() throws InterruptedException {
		List<Unit> group = new ArrayList<>();
		this.queue.collect(group, System.nanoTime());
		return group;
	}

	private void wait(int millis) {
		this.now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
	}

	private static Reaction reaction(long target) {
		return new Reaction(TEA, User.guest(new Username("ada"), "ada"), new React(target, new Emoji("👍"), true));
	}

	private static long target(Unit unit) {
		return ((Reaction) unit.wishes().get(0)).target();
	}

}
