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
	 * @return whether all of them have succeeded; the others are called again later
	 */
	public boolean tell(Fact fact) {
		boolean all = true;
		for (Consumer<Fact> receiver : this.receivers.getOrDefault(fact.getClass(), List.of())) {
			all &= call(new Call(receiver, fact));
		}
		return all;
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

	private boolean call(Call call) {
		try {
			call.receiver().accept(call.fact());
			return true;
		}
		catch (RuntimeException | Error ex) {
			boolean first;
			synchronized (this.failed) {
				first = this.failed.isEmpty();
				this.failed.add(call);
			}
			// An unavailable store must not fill the log.
			if (first) {
				logger.warn("{} could not be applied and will be retried", call.fact(), ex);
			}
			return false;
		}
	}

	private record Call(Consumer<Fact> receiver, Fact fact) {

	}

}
