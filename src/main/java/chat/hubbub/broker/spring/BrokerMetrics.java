package chat.hubbub.broker.spring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.connection.Refusals;
import chat.hubbub.broker.fanout.Congestion;
import chat.hubbub.broker.fanout.ServerBudget;
import chat.hubbub.broker.fanout.Shards;
import chat.hubbub.refusal.RefusalCounts;

/** Metrics of the broker. Sums are computed only when a metric is read. */
@Component
class BrokerMetrics implements MeterBinder {

	private static final List<String> TRANSPORTS = List.of("tcp", "websocket", "sockjs", "plain");

	private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
		.map(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final Connections connections;

	private final Shards shards;

	private final Refusals refusals;

	private final RefusalCounts counts;

	BrokerMetrics(Connections connections, Shards shards, Refusals refusals, RefusalCounts counts) {
		this.connections = connections;
		this.shards = shards;
		this.refusals = refusals;
		this.counts = counts;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		TRANSPORTS
			.forEach((transport) -> Gauge.builder("hubbub.connections", this.connections, (all) -> all.count(transport))
				.tag("transport", transport)
				.register(registry));
		Gauge.builder("hubbub.subscriptions", this.connections, Connections::subscriptionCount).register(registry);
		Gauge.builder("hubbub.subscriptions.behind", this.shards.congestion(), Congestion::behind).register(registry);
		Gauge.builder("hubbub.budget.used", this.shards.budget(), ServerBudget::used)
			.baseUnit("bytes")
			.register(registry);
		FunctionCounter.builder("hubbub.deliveries", this.shards, Shards::deliveries).register(registry);
		FunctionCounter.builder("hubbub.outbox.overflows", this.shards, Shards::overflows).register(registry);
		Gauge.builder("hubbub.outbox", this.shards, Shards::waitingBytes).baseUnit("bytes").register(registry);
		Timer delivery = Timer.builder("hubbub.delivery").serviceLevelObjectives(BUCKETS).register(registry);
		this.shards.onDelivery((nanos) -> delivery.record(nanos, TimeUnit.NANOSECONDS));
		this.refusals.onRefusal(this.counts::count);
	}

}
