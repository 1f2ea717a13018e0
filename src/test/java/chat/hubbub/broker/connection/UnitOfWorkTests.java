package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UnitOfWorkTests {

	private final List<List<Object>> stored = new ArrayList<>();

	private final CompletableFuture<String> tea = new CompletableFuture<>();

	private final CompletableFuture<String> coffee = new CompletableFuture<>();

	private final List<List<Object>> rolled = new ArrayList<>();

	private final Consumer<List<Object>> store = this.stored::add;

	private final Consumer<List<Object>> roll = this.rolled::add;

	private final UnitOfWork work = new UnitOfWork();

	@Test
	void storesAllItsItemsAtOnce() {
		assertThat(this.work.run(this::sendBoth)).isTrue();
		assertThat(this.stored).isEmpty();
		this.work.commit();
		assertThat(this.stored).containsExactly(List.of("tea", "coffee"));
	}

	@Test
	void handsEachReceiverWhatIsItsOwn() {
		this.work.run(() -> {
			UnitOfWork unit = UnitOfWork.current().orElseThrow();
			unit.collect("tea", this.tea, this.store);
			unit.collect("two dice", CompletableFuture.completedStage(null), this.roll);
			unit.collect("coffee", this.coffee, this.store);
			return true;
		});
		this.work.commit();
		assertThat(this.stored).containsExactly(List.of("tea", "coffee"));
		assertThat(this.rolled).containsExactly(List.of("two dice"));
	}

	@Test
	void isDoneWhenAllItsItemsAre() {
		this.work.run(this::sendBoth);
		this.work.commit();
		this.tea.complete("stored");
		assertThat(this.work.done()).isNotDone();
		this.coffee.complete("stored");
		assertThat(this.work.done()).isCompleted();
	}

	@Test
	void failsWithAnyOfItsItems() {
		this.work.run(this::sendBoth);
		this.tea.completeExceptionally(new IllegalStateException("disk full"));
		this.coffee.complete("stored");
		assertThat(this.work.done()).isCompletedExceptionally();
	}

	@Test
	void mayBeEmpty() {
		assertThat(this.work.run(() -> false)).isFalse();
		this.work.commit();
		assertThat(this.stored).isEmpty();
		assertThat(this.work.done()).isCompleted();
	}

	@Test
	void isCurrentOnlyWhileItRuns() {
		assertThat(UnitOfWork.current()).isEmpty();
		this.work.run(() -> {
			assertThat(UnitOfWork.current()).contains(this.work);
			return true;
		});
		assertThat(UnitOfWork.current()).isEmpty();
	}

	@Test
	void isCurrentNoLongerAfterAFault() {
		assertThatIllegalStateException().isThrownBy(() -> this.work.run(() -> {
			throw new IllegalStateException("refused");
		}));
		assertThat(UnitOfWork.current()).isEmpty();
	}

	private boolean sendBoth() {
		UnitOfWork unit = UnitOfWork.current().orElseThrow();
		unit.collect("tea", this.tea, this.store);
		unit.collect("coffee", this.coffee, this.store);
		return true;
	}

}
