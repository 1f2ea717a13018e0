package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A client's transaction during its COMMIT: it collects the items that the frames'
 * handlers want to store, to store them together. Belongs to the thread that commits.
 */
public final class UnitOfWork {

	private static final ThreadLocal<UnitOfWork> CURRENT = new ThreadLocal<>();

	private final List<Object> items = new ArrayList<>();

	private final List<CompletionStage<?>> stages = new ArrayList<>();

	private @Nullable Consumer<List<Object>> sink;

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
	 * @param sink receives all items of the unit at its commit, and stores all of them or
	 * refuses all
	 */
	public void collect(Object item, CompletionStage<?> stored, Consumer<List<Object>> sink) {
		this.items.add(item);
		this.stages.add(stored);
		this.sink = sink;
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
		if (this.sink != null) {
			this.sink.accept(this.items);
		}
	}

	CompletionStage<Void> done() {
		return CompletableFuture
			.allOf(this.stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
	}

}
