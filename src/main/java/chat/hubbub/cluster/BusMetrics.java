package chat.hubbub.cluster;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Metrics of the bus over RabbitMQ. */
final class BusMetrics implements MeterBinder {

	private final RabbitBus bus;

	BusMetrics(RabbitBus bus) {
		this.bus = bus;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		TimeGauge.builder("hubbub.bus.lag", this.bus, TimeUnit.NANOSECONDS, RabbitBus::lagNanos).register(registry);
		Gauge.builder("hubbub.bus.queue", this.bus.outgoing(), Outgoing::size).register(registry);
		FunctionCounter.builder("hubbub.bus.dropped", this.bus.outgoing(), Outgoing::dropped).register(registry);
	}

}
