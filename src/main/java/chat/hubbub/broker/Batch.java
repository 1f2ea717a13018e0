package chat.hubbub.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The work that the frames of one connection pass to other threads, collected while they
 * are handled. A batch has one of two endings. The frames of one read hand their work
 * over after the last of them, so that there is one hand-off for each read, and before a
 * frame of another kind, which may take longer. The frames of a transaction hand it over
 * as a whole, if all of them were accepted. Belongs to the thread that handles the
 * frames.
 * <p>
 * A prompt batch runs on a thread that must not wait, such as the one that reads from all
 * connections. Its work that may wait is left to {@link #finish}.
 */
public final class Batch {

	private static final ThreadLocal<@Nullable Batch> CURRENT = new ThreadLocal<>();

	private final Map<Receiver<?>, List<Object>> items = new LinkedHashMap<>(2);

	/** The read that contains this transaction, if any. */
	private final @Nullable Batch read;

	/** The completion of each item of a transaction; {@code null} in a read. */
	private final @Nullable List<CompletableFuture<?>> stored;

	/** The work that is left to a thread that may wait, in its order. */
	private final List<Runnable> left = new ArrayList<>(0);

	/** Whether its thread must not wait. */
	private boolean prompt;

	private @Nullable String destination;

	private BooleanSupplier congestion = () -> false;

	private Batch(@Nullable Batch read, @Nullable List<CompletableFuture<?>> stored) {
		this.read = read;
		this.stored = stored;
	}

	/**
	 * Handles the frames of one read.
	 * @param frames handles the frames
	 * @return the finished batch
	 */
	public static Batch ofRead(Runnable frames) {
		Batch batch = new Batch(null, null);
		batch.read(frames);
		return batch;
	}

	/**
	 * Handles the frames of one read on a thread that must not wait.
	 * @param frames handles the frames; work that may wait must pass through
	 * {@link #mayWait}
	 * @return the batch, which may have to be {@linkplain #finish finished}
	 */
	public static Batch ofPromptRead(Runnable frames) {
		Batch batch = new Batch(null, null);
		batch.prompt = true;
		batch.read(frames);
		return batch;
	}

	/** Whether work is left for a thread that may wait. */
	public boolean isUnfinished() {
		return !this.left.isEmpty();
	}

	/** Does the work that is left, on a thread that may wait. */
	public void finish() {
		this.prompt = false;
		read(() -> this.left.forEach(Runnable::run));
	}

	/** Whether the current thread must not wait. */
	public static boolean isPrompt() {
		Batch batch = CURRENT.get();
		return batch != null && batch.prompt;
	}

	/**
	 * Does work that may have to wait: at once, or if this thread must not wait, after
	 * its batch on another thread.
	 * @param work the work
	 */
	public static void mayWait(Runnable work) {
		Batch batch = CURRENT.get();
		if (batch != null && batch.prompt) {
			batch.left.add(work);
		}
		else {
			work.run();
		}
	}

	private void read(Runnable frames) {
		CURRENT.set(this);
		try {
			frames.run();
		}
		finally {
			try {
				handOver();
			}
			finally {
				CURRENT.remove();
			}
		}
	}

	/**
	 * Handles the frames of a transaction at its COMMIT.
	 * @param frames handles the frames, and returns whether all were accepted
	 * @return completes when all items are stored; empty if a frame was refused, which
	 * stores nothing
	 */
	public static Optional<CompletionStage<Void>> ofTransaction(BooleanSupplier frames) {
		Batch read = CURRENT.get();
		List<CompletableFuture<?>> stored = new ArrayList<>();
		Batch batch = new Batch(read, stored);
		CURRENT.set(batch);
		try {
			if (!frames.getAsBoolean()) {
				return Optional.empty();
			}
		}
		finally {
			CURRENT.set(read);
		}
		batch.handOver();
		return Optional.of(CompletableFuture.allOf(stored.toArray(CompletableFuture[]::new)));
	}

	/** Whether a transaction is being committed on this thread. */
	public static boolean isTransaction() {
		Batch batch = CURRENT.get();
		return batch != null && batch.stored != null;
	}

	/**
	 * Announces the next frame of a read. Unless it is a SEND to the same destination as
	 * the frame before it, the work so far is handed over.
	 * @param destination the destination of a SEND, or {@code null} for any other frame
	 */
	public static void next(@Nullable String destination) {
		Batch batch = CURRENT.get();
		if (batch != null && (destination == null || !destination.equals(batch.destination))) {
			batch.handOver();
			batch.destination = destination;
		}
	}

	/**
	 * Passes an item to its receiver, in order: at the end of the batch, or at once
	 * without one.
	 * @param item the item
	 * @param stored completes when it is stored
	 * @param receiver must be the same object for all items that belong together
	 */
	public static <T> void add(T item, CompletionStage<?> stored, Receiver<T> receiver) {
		Batch batch = CURRENT.get();
		if (batch == null) {
			receiver.receive(List.of(item), false);
			return;
		}
		batch.items.computeIfAbsent(receiver, (key) -> new ArrayList<>()).add(item);
		if (batch.stored != null) {
			batch.stored.add(stored.toCompletableFuture());
		}
	}

	/**
	 * Asks the transport to pause reading from this connection, because it sends more
	 * than the readers of its topic can receive.
	 * @param congestion whether this still holds; called from any thread
	 */
	public static void slowDown(BooleanSupplier congestion) {
		Batch batch = CURRENT.get();
		Batch read = (batch != null && batch.read != null) ? batch.read : batch;
		if (read != null) {
			read.congestion = congestion;
		}
	}

	/** Whether the next read should wait. */
	public boolean isTooMuch() {
		return this.congestion.getAsBoolean();
	}

	private void handOver() {
		this.items.forEach((this.stored != null) ? Batch::handOverWhole : Batch::handOverEach);
		this.items.clear();
	}

	private static void handOverWhole(Receiver<?> receiver, List<Object> items) {
		handOver(receiver, items, true);
	}

	private static void handOverEach(Receiver<?> receiver, List<Object> items) {
		handOver(receiver, items, false);
	}

	@SuppressWarnings("unchecked")
	private static <T> void handOver(Receiver<?> receiver, List<Object> items, boolean whole) {
		((Receiver<T>) receiver).receive((List<T>) items, whole);
	}

	/**
	 * Receives the items of batches.
	 *
	 * @param <T> the kind of its items
	 */
	@FunctionalInterface
	public interface Receiver<T> {

		/**
		 * Receives its items of one batch, in their order.
		 * @param items the items, which are now its own
		 * @param whole whether to store all of them or to refuse all
		 */
		void receive(List<T> items, boolean whole);

	}

}
