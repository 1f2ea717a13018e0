package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TransactionBatchTests {

	private final List<List<Object>> stored = new ArrayList<>();

	private final CompletableFuture<String> tea = new CompletableFuture<>();

	private final CompletableFuture<String> coffee = new CompletableFuture<>();

	private final List<List<Object>> rolled = new ArrayList<>();

	private final Batch.Receiver<Object> store = (items, whole) -> {
		assertThat(whole).isTrue();
		this.stored.add(List.copyOf(items));
	};

	private final Batch.Receiver<Object> roll = (items, whole) -> this.rolled.add(List.copyOf(items));

	@Test
	void storesAllItsItemsAtOnce() {
		Batch.ofTransaction(() -> {
			sendBoth();
			assertThat(this.stored).isEmpty();
			return true;
		});
		assertThat(this.stored).containsExactly(List.of("tea", "coffee"));
	}

	@Test
	void handsEachReceiverWhatIsItsOwn() {
		Batch.ofTransaction(() -> {
			Batch.add("tea", this.tea, this.store);
			Batch.add("two dice", CompletableFuture.completedStage(null), this.roll);
			Batch.add("coffee", this.coffee, this.store);
			return true;
		});
		assertThat(this.stored).containsExactly(List.of("tea", "coffee"));
		assertThat(this.rolled).containsExactly(List.of("two dice"));
	}

	@Test
	void isDoneWhenAllItsItemsAre() {
		CompletionStage<Void> done = Batch.ofTransaction(this::sendBoth).orElseThrow();
		this.tea.complete("stored");
		assertThat(done).isNotDone();
		this.coffee.complete("stored");
		assertThat(done).isCompleted();
	}

	@Test
	void failsWithAnyOfItsItems() {
		CompletionStage<Void> done = Batch.ofTransaction(this::sendBoth).orElseThrow();
		this.tea.completeExceptionally(new IllegalStateException("disk full"));
		this.coffee.complete("stored");
		assertThat(done).isCompletedExceptionally();
	}

	@Test
	void mayBeEmpty() {
		assertThat(Batch.ofTransaction(() -> true).orElseThrow()).isCompleted();
		assertThat(this.stored).isEmpty();
	}

	@Test
	void storesNothingIfAFrameWasRefused() {
		assertThat(Batch.ofTransaction(() -> sendBoth() && false)).isEmpty();
		assertThat(this.stored).isEmpty();
	}

	@Test
	void isCurrentOnlyWhileItRuns() {
		assertThat(Batch.isTransaction()).isFalse();
		Batch.ofTransaction(() -> {
			assertThat(Batch.isTransaction()).isTrue();
			return true;
		});
		assertThat(Batch.isTransaction()).isFalse();
		Batch.ofRead(() -> assertThat(Batch.isTransaction()).isFalse());
	}

	@Test
	void isCurrentNoLongerAfterAFault() {
		assertThatIllegalStateException().isThrownBy(() -> Batch.ofTransaction(() -> {
			sendBoth();
			throw new IllegalStateException("refused");
		}));
		assertThat(Batch.isTransaction()).isFalse();
		assertThat(this.stored).isEmpty();
	}

	private boolean sendBoth() {
		Batch.add("tea", this.tea, this.store);
		Batch.add("coffee", this.coffee, this.store);
		return true;
	}

}
