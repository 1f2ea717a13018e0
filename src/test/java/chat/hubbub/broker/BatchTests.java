package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchTests {

	private final List<String> done = new ArrayList<>();

	private final Batch.Receiver<String> receiver = (items, whole) -> this.done
		.add((whole ? "whole " : "all of ") + items);

	private boolean congested = true;

	@Test
	void handsItemsOverAtItsEnd() {
		Batch.ofRead(() -> {
			handle("/app/tea", "1");
			handle("/app/tea", "2");
		});
		assertThat(this.done).containsExactly("handled 1", "handled 2", "all of [1, 2]");
	}

	@Test
	void handsItemsOverAtOnceWhereThereIsNone() {
		handle("/app/tea", "1");
		assertThat(this.done).containsExactly("all of [1]", "handled 1");
	}

	@Test
	void handsThemOverBeforeAFrameThatGoesElsewhere() {
		Batch.ofRead(() -> {
			handle("/app/tea", "1");
			handle("/app/tea", "2");
			handle("/app/slow", "3");
			handle("/app/tea", "4");
		});
		assertThat(this.done).containsExactly("handled 1", "handled 2", "all of [1, 2]", "handled 3", "all of [3]",
				"handled 4", "all of [4]");
	}

	@Test
	void handsThemOverBeforeAFrameThatGoesNowhere() {
		Batch.ofRead(() -> {
			handle("/app/tea", "1");
			handle(null, "2");
			handle(null, "3");
		});
		assertThat(this.done).containsExactly("handled 1", "all of [1]", "handled 2", "all of [2]", "handled 3",
				"all of [3]");
	}

	@Test
	void handsATransactionOverBetweenTheFramesOfItsRead() {
		Batch.ofRead(() -> {
			handle("/app/tea", "1");
			Batch.next(null);
			Batch.ofTransaction(() -> add("2") && add("3"));
			handle("/app/tea", "4");
		});
		assertThat(this.done).containsExactly("handled 1", "all of [1]", "whole [2, 3]", "handled 4", "all of [4]");
	}

	@Test
	void isOverWhenAHandlerFails() {
		assertThatThrownBy(() -> Batch.ofRead(() -> {
			handle("/app/tea", "1");
			throw new IllegalStateException("It broke");
		})).hasMessage("It broke");
		handle("/app/tea", "2");
		assertThat(this.done).containsExactly("handled 1", "all of [1]", "all of [2]", "handled 2");
	}

	@Test
	void slowsItsReadDownForATransactionToo() {
		Batch read = Batch.ofRead(() -> Batch.ofTransaction(() -> {
			Batch.slowDown(() -> this.congested);
			return true;
		}));
		assertThat(read.isTooMuch()).isTrue();
		this.congested = false;
		assertThat(read.isTooMuch()).isFalse();
	}

	@Test
	void leavesWhatMayWaitWhereItMustNot() {
		Batch batch = Batch.ofPromptRead(() -> {
			Batch.mayWait(() -> this.done.add("waited"));
			handle("/app/tea", "1");
			Batch.mayWait(() -> handle("/app/tea", "2"));
		});
		assertThat(this.done).containsExactly("handled 1", "all of [1]");
		assertThat(batch.isUnfinished()).isTrue();
		batch.finish();
		assertThat(this.done).containsExactly("handled 1", "all of [1]", "waited", "handled 2", "all of [2]");
	}

	@Test
	void leavesWhatAReceiverMayWaitFor() {
		Batch.Receiver<String> waiting = (items, whole) -> Batch.mayWait(() -> this.done.add("all of " + items));
		Batch batch = Batch.ofPromptRead(() -> Batch.add("1", new CompletableFuture<>(), waiting));
		assertThat(this.done).isEmpty();
		batch.finish();
		assertThat(this.done).containsExactly("all of [1]");
	}

	@Test
	void waitsAtOnceWhereItMay() {
		assertThat(Batch.ofRead(() -> Batch.mayWait(() -> this.done.add("waited"))).isUnfinished()).isFalse();
		Batch.mayWait(() -> this.done.add("waited too"));
		assertThat(this.done).containsExactly("waited", "waited too");
	}

	private void handle(String destination, String item) {
		Batch.next(destination);
		add(item);
		this.done.add("handled " + item);
	}

	private boolean add(String item) {
		Batch.add(item, new CompletableFuture<>(), this.receiver);
		return true;
	}

}
