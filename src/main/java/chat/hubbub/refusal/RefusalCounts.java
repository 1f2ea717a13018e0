package chat.hubbub.refusal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Counts what is refused, by its code, as a metric. Codes beyond {@value #MAX_CODES} are
 * counted together. Thread-safe.
 */
@Component
public class RefusalCounts implements MeterBinder {

	static final int MAX_CODES = 300;

	private static final String OTHER = "other";

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	private @Nullable MeterRegistry registry;

	/**
	 * Counts a refusal.
	 * @param code its stable code
	 */
	public void count(String code) {
		LongAdder count = this.counts.get(code);
		((count != null) ? count : add(code)).increment();
	}

	private synchronized LongAdder add(String code) {
		String name = (this.counts.size() < MAX_CODES) ? code : OTHER;
		LongAdder known = this.counts.get(name);
		if (known != null) {
			return known;
		}
		LongAdder count = new LongAdder();
		this.counts.put(name, count);
		if (this.registry != null) {
			register(name, count, this.registry);
		}
		return count;
	}

	@Override
	public synchronized void bindTo(MeterRegistry meters) {
		this.registry = meters;
		this.counts.forEach((code, count) -> register(code, count, meters));
	}

	private static void register(String code, LongAdder count, MeterRegistry meters) {
		FunctionCounter.builder("hubbub.refusals", count, LongAdder::sum).tag("code", code).register(meters);
	}

}
