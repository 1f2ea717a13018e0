package chat.hubbub.broker.connection;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The frames that arrived with one read of a connection. Their handlers pass work to
 * other threads through this class, which hands it over after the last frame: one
 * hand-off for each read rather than for each frame. Before a frame of another kind,
 * which may take longer, the earlier work is handed over at once. Belongs to the thread
 * that reads.
 */
public final class Burst {

	private static final ThreadLocal<@Nullable Burst> CURRENT = new ThreadLocal<>();

	private final Handover handover = new Handover();

	private @Nullable String destination;

	private BooleanSupplier congestion = () -> false;

	private Burst() {
	}

	/**
	 * Handles the frames of one read.
	 * @param frames handles the frames
	 * @return the finished burst
	 */
	public static Burst handle(Runnable frames) {
		Burst burst = new Burst();
		CURRENT.set(burst);
		try {
			frames.run();
		}
		finally {
			CURRENT.remove();
			burst.handover.deliver();
		}
		return burst;
	}

	/**
	 * Announces the next frame. Unless it is a SEND to the same destination as the frame
	 * before it, the work so far is handed over.
	 * @param destination the destination of a SEND, or {@code null} for any other frame
	 */
	static void next(@Nullable String destination) {
		Burst burst = CURRENT.get();
		if (burst != null && (destination == null || !destination.equals(burst.destination))) {
			burst.handover.deliver();
			burst.destination = destination;
		}
	}

	/**
	 * Hands over an item, in order: before a frame of another kind, at the end of the
	 * burst, or at once without a burst.
	 * @param item the item
	 * @param receiver receives all its items of the burst together; must be the same
	 * object for each of them
	 */
	public static <T> void hand(T item, Consumer<List<T>> receiver) {
		Burst burst = CURRENT.get();
		if (burst == null) {
			receiver.accept(List.of(item));
		}
		else {
			burst.handover.add(item, receiver);
		}
	}

	/**
	 * Asks the transport to pause reading from this connection, because it sends more
	 * than the readers of its topic can receive.
	 * @param congestion whether this still holds; called from any thread
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

}
