package chat.hubbub.message;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Metrics of the message log. */
@Component
class MessageMetrics implements MeterBinder {

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
		DistributionSummary groups = DistributionSummary.builder("hubbub.log.group").register(registry);
		this.publication.onGroup(groups::record);
	}

}
