package chat.hubbub.message;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Metrics of the message log. */
@Component
class MessageMetrics implements MeterBinder {

	private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
		.map(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final MessageLog log;

	private final Publication publication;

	MessageMetrics(MessageLog log, Publication publication) {
		this.log = log;
		this.publication = publication;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("hubbub.log.queue", this.log, MessageLog::queueLength).register(registry);
		FunctionCounter.builder("hubbub.messages.slowed", this.log, MessageLog::slowed).register(registry);
		DistributionSummary groups = DistributionSummary.builder("hubbub.log.group")
			.serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
			.register(registry);
		this.publication.onGroup(groups::record);
		Timer commits = Timer.builder("hubbub.log.commit").serviceLevelObjectives(BUCKETS).register(registry);
		this.publication.onCommit((nanos) -> commits.record(nanos, TimeUnit.NANOSECONDS));
	}

}
