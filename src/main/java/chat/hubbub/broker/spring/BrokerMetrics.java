package chat.hubbub.broker.spring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.connection.Connections;
import chat.hubbub.broker.fanout.Congestion;
import chat.hubbub.broker.fanout.ServerBudget;
import chat.hubbub.broker.fanout.Shards;

/** Metrics of the broker. Sums are computed only when a metric is read. */
@Component
class BrokerMetrics implements MeterBinder {

	private final Connections connections;

	private final Shards shards;

	BrokerMetrics(Connections connections, Shards shards) {
		this.connections = connections;
		this.shards = shards;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("hubbub.connections", this.connections, Connections::count).register(registry);
		Gauge.builder("hubbub.subscriptions", this.connections, Connections::subscriptionCount).register(registry);
		Gauge.builder("hubbub.subscriptions.behind", this.shards.congestion(), Congestion::behind).register(registry);
		Gauge.builder("hubbub.budget.used", this.shards.budget(), ServerBudget::used)
			.baseUnit("bytes")
			.register(registry);
		FunctionCounter.builder("hubbub.deliveries", this.shards, Shards::deliveries).register(registry);
		FunctionCounter.builder("hubbub.outbox.overflows", this.shards, Shards::overflows).register(registry);
	}

}
