package chat.hubbub.cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;

/**
 * The nodes that use the exchange of a node that starts. For the thread that starts it.
 */
final class Neighbours {

	/** A node that lives sends something three times in it. */
	private static final Duration PATIENCE = Duration.ofMillis(600);

	private static final Duration PAUSE = Duration.ofMillis(10);

	private final Supplier<@Nullable Message> queue;

	private final Predicate<String> hasEpoch;

	/**
	 * Neighbours that have not been heard.
	 * @param queue takes the next message of the node's queue, or {@code null}
	 * @param hasEpoch whether an epoch is of the node's database
	 */
	Neighbours(Supplier<@Nullable Message> queue, Predicate<String> hasEpoch) {
		this.queue = queue;
		this.hasEpoch = hasEpoch;
	}

	/**
	 * Waits for a message of them, and compares its database. The message is dropped,
	 * which does no harm, because messages are only hints.
	 * @return {@code false} also if there are none
	 */
	boolean haveAnotherDatabase() {
		long end = System.nanoTime() + PATIENCE.toNanos();
		Message heard = this.queue.get();
		while (heard == null && System.nanoTime() - end < 0) {
			LockSupport.parkNanos(PAUSE.toNanos());
			heard = this.queue.get();
		}
		return heard != null && !this.hasEpoch.test(RabbitBus.epoch(heard));
	}

}
