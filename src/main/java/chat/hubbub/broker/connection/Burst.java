package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The frames that came with one read of a connection. What their handlers hand to another
 * thread waits for the last of them and is handed over at once: one hand-off a read, not
 * one a frame. Frames of another kind may take their time, so what came before them does
 * not wait for them. Belongs to the thread that reads.
 */
public final class Burst {

	private static final ThreadLocal<@Nullable Burst> CURRENT = new ThreadLocal<>();

	private final Map<Consumer<?>, List<Object>> items = new LinkedHashMap<>(2);

	private @Nullable String destination;

	private BooleanSupplier congestion = () -> false;

	private Burst() {
	}

	/**
	 * Handles what was read.
	 * @param frames handles the frames
	 * @return the burst, which is over
	 */
	public static Burst handle(Runnable frames) {
		Burst burst = new Burst();
		CURRENT.set(burst);
		try {
			frames.run();
		}
		finally {
			CURRENT.remove();
			burst.handOver();
		}
		return burst;
	}

	/**
	 * Says what is handled next. Unless it goes where the frame before it went, what has
	 * been handed over by now goes on its way.
	 * @param destination where a SEND goes, or {@code null} for any other frame
	 */
	static void next(@Nullable String destination) {
		Burst burst = CURRENT.get();
		if (burst != null && (destination == null || !destination.equals(burst.destination))) {
			burst.handOver();
			burst.destination = destination;
		}
	}

	/**
	 * Hands an item over: before a frame of another kind or at the end of the burst,
	 * after those before it, or at once if there is no burst.
	 * @param item the item
	 * @param receiver takes all items of the burst that are its own; the same object for
	 * each of them
	 */
	public static <T> void hand(T item, Consumer<List<T>> receiver) {
		Burst burst = CURRENT.get();
		if (burst == null) {
			receiver.accept(List.of(item));
		}
		else {
			burst.items.computeIfAbsent(receiver, (key) -> new ArrayList<>()).add(item);
		}
	}

	/**
	 * Asks whoever reads the connection to read no more of it for a while: it sends more
	 * than its readers can take.
	 * @param congestion whether that is still so; asked from any thread
	 */
	public static void slowDown(BooleanSupplier congestion) {
		Burst burst = CURRENT.get();
		if (burst != null) {
			burst.congestion = congestion;
		}
	}

	/** Whether the next read should wait. */
	public boolean isTooMuch() {
		return this.congestion.getAsBoolean();
	}

	private void handOver() {
		this.items.forEach(Burst::deliver);
		this.items.clear();
	}

	@SuppressWarnings("unchecked")
	private static <T> void deliver(Consumer<?> receiver, List<Object> items) {
		((Consumer<List<T>>) receiver).accept((List<T>) items);
	}

}
