package chat.hubbub.bus;

import java.util.function.Consumer;

import org.springframework.stereotype.Component;

/** The bus of a single node: a direct call. */
@Component
class DirectBus implements Bus {

	private final Receivers receivers = new Receivers();

	@Override
	public void publish(Fact fact) {
		this.receivers.tell(fact);
	}

	@Override
	public <F extends Fact> void receive(Class<F> kind, Consumer<F> receiver) {
		this.receivers.add(kind, receiver);
	}

	void repeatFailed() {
		this.receivers.repeatFailed();
	}

}
