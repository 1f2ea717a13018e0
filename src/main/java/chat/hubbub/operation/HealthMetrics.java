package chat.hubbub.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.stereotype.Component;

import chat.hubbub.timer.Ticker;

/**
 * The health of each part as a metric: 1 if it is up, 0.5 if it is degraded, otherwise 0.
 * A thread of its own asks, because an answer of a store that fails may take longer than
 * a reader of metrics waits.
 */
@Component
class HealthMetrics implements MeterBinder, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(HealthMetrics.class);

	private static final Duration EVERY = Duration.ofSeconds(10);

	private static final double DEGRADED = 0.5;

	/** The parts that tell nothing about the server, or the same as another. */
	private static final List<String> OTHERS = List.of("db", "ping", "ssl", "livenessState", "readinessState");

	private final HealthContributorRegistry parts;

	private final Map<String, Double> healths = new ConcurrentHashMap<>();

	private final Map<String, HealthIndicator> indicators = new ConcurrentHashMap<>();

	private final Ticker ticker = new Ticker("health-metrics", EVERY, () -> this.indicators.forEach(this::ask),
			"The parts were not asked how they are");

	HealthMetrics(HealthContributorRegistry parts) {
		this.parts = parts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.parts.forEach((part) -> {
			String name = part.name();
			if (!OTHERS.contains(name) && part.contributor() instanceof HealthIndicator indicator) {
				this.healths.put(name, 1.0);
				Gauge.builder("hubbub.health", this.healths, (all) -> all.getOrDefault(name, 0.0))
					.tag("part", name)
					.register(registry);
				this.indicators.put(name, indicator);
			}
		});
		this.ticker.start();
	}

	void ask(String name, HealthIndicator indicator) {
		try {
			this.healths.put(name, value(indicator.health()));
		}
		catch (RuntimeException | Error ex) {
			logger.debug("A part did not say how it is", ex);
			this.healths.put(name, 0.0);
		}
	}

	private static double value(@Nullable Health health) {
		if (health == null) {
			return 0;
		}
		if (Status.UP.equals(health.getStatus())) {
			return 1;
		}
		return "DEGRADED".equals(health.getStatus().getCode()) ? DEGRADED : 0;
	}

	@Override
	public void destroy() {
		this.ticker.stop();
	}

}
