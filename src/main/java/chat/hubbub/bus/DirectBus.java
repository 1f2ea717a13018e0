package chat.hubbub.bus;

import java.util.function.Consumer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The bus of a single node: a direct call. */
@Component
@ConditionalOnProperty(name = "hubbub.cluster.enabled", havingValue = "false", matchIfMissing = true)
class DirectBus implements Bus {

	private final Receivers receivers;

	DirectBus(Receivers receivers) {
		this.receivers = receivers;
	}

	@Override
	public void publish(Fact fact) {
		this.receivers.tell(fact);
	}

	@Override
	public <F extends Fact> void receive(Class<F> kind, Consumer<F> receiver) {
		this.receivers.add(kind, receiver);
	}

}
