package chat.hubbub.broker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** What the broker does, in numbers; they are summed up only when somebody looks. */
@Component
class BrokerMetrics implements MeterBinder {

	private final Sessions sessions;

	private final Shards shards;

	BrokerMetrics(Sessions sessions, Shards shards) {
		this.sessions = sessions;
		this.shards = shards;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("hubbub.connections", this.sessions, Sessions::count).register(registry);
		Gauge.builder("hubbub.subscriptions", this.sessions, Sessions::subscriptionCount).register(registry);
		Gauge.builder("hubbub.subscriptions.behind", this.shards.congestion(), Congestion::behind).register(registry);
		Gauge.builder("hubbub.budget.used", this.shards.budget(), ServerBudget::used)
			.baseUnit("bytes")
			.register(registry);
		FunctionCounter.builder("hubbub.deliveries", this.shards, Shards::deliveries).register(registry);
		FunctionCounter.builder("hubbub.outbox.overflows", this.shards, Shards::overflows).register(registry);
	}

}
