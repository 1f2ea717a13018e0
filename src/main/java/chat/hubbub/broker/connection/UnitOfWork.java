package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A client's transaction during its COMMIT: it collects the items that the frames'
 * handlers want to store, to store them together. Belongs to the thread that commits.
 */
public final class UnitOfWork {

	private static final ThreadLocal<UnitOfWork> CURRENT = new ThreadLocal<>();

	private final Handover handover = new Handover();

	private final List<CompletionStage<?>> stages = new ArrayList<>();

	UnitOfWork() {
	}

	/**
	 * The transaction that is being committed on this thread.
	 * @return the unit of work, or empty outside a transaction
	 */
	public static Optional<UnitOfWork> current() {
		return Optional.ofNullable(CURRENT.get());
	}

	/**
	 * Collects an item.
	 * @param item the item to store
	 * @param stored completes when it is stored
	 * @param receiver receives its own items of the unit at the commit, and stores all of
	 * them or refuses all; the same object for each of them
	 */
	public <T> void collect(T item, CompletionStage<?> stored, Consumer<List<T>> receiver) {
		this.handover.add(item, receiver);
		this.stages.add(stored);
	}

	boolean run(BooleanSupplier frames) {
		CURRENT.set(this);
		try {
			return frames.getAsBoolean();
		}
		finally {
			CURRENT.remove();
		}
	}

	void commit() {
		this.handover.deliver();
	}

	CompletionStage<Void> done() {
		return CompletableFuture
			.allOf(this.stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
	}

}
