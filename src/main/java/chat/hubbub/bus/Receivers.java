package chat.hubbub.bus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The receivers of one node. A fact is kept until its receiver succeeds, because a lost
 * fact would leave the node's memory wrong permanently. Thread-safe.
 */
@Component
public final class Receivers {

	private static final Logger logger = LoggerFactory.getLogger(Receivers.class);

	private final Map<Class<?>, List<Consumer<Fact>>> receivers = new ConcurrentHashMap<>();

	private final Set<Call> failed = new LinkedHashSet<>();

	/**
	 * Registers a receiver.
	 * @param <F> the kind of fact
	 * @param kind the exact class of the facts
	 * @param receiver the receiver
	 */
	public <F extends Fact> void add(Class<F> kind, Consumer<F> receiver) {
		this.receivers.computeIfAbsent(kind, (unused) -> new CopyOnWriteArrayList<>())
			.add((fact) -> receiver.accept(kind.cast(fact)));
	}

	/**
	 * Calls all receivers of a fact, on this thread.
	 * @param fact the fact
	 */
	public void tell(Fact fact) {
		this.receivers.getOrDefault(fact.getClass(), List.of()).forEach((receiver) -> call(new Call(receiver, fact)));
	}

	/** Repeats the calls that failed. */
	public void repeatFailed() {
		List<Call> calls;
		synchronized (this.failed) {
			calls = List.copyOf(this.failed);
			this.failed.clear();
		}
		calls.forEach(this::call);
	}

	private void call(Call call) {
		try {
			call.receiver().accept(call.fact());
		}
		catch (RuntimeException ex) {
			boolean first;
			synchronized (this.failed) {
				first = this.failed.isEmpty();
				this.failed.add(call);
			}
			// An unavailable store must not fill the log.
			if (first) {
				logger.warn("{} could not be applied and will be retried", call.fact(), ex);
			}
		}
	}

	private record Call(Consumer<Fact> receiver, Fact fact) {

	}

}
