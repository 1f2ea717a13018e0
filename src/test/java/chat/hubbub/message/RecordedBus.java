package chat.hubbub.message;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import chat.hubbub.broker.Fanout;
import chat.hubbub.broker.NewEvents;
import chat.hubbub.broker.Published;
import chat.hubbub.broker.Replaced;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.bus.Bus;
import chat.hubbub.bus.Fact;
import tools.jackson.databind.json.JsonMapper;

/** A bus that records its facts, and fails or stops for some texts. */
final class RecordedBus implements Bus, Fanout {

	static final String BREAKS = "breaks";

	static final String HALTS = "halts";

	private final Map<EncodedMessage, Event> encoded = new ConcurrentHashMap<>();

	private final List<Long> numbers = new CopyOnWriteArrayList<>();

	private final List<Long> changed = new CopyOnWriteArrayList<>();

	private volatile String congested = "";

	private final CountDownLatch gate = new CountDownLatch(1);

	/** Publishes on this bus and recognises messages by their encoding. */
	Publication publication() {
		return new Publication(this, this::distribute, new Encoding(new JsonMapper()) {

			@Override
			EncodedMessage encode(Event event) {
				EncodedMessage message = super.encode(event);
				RecordedBus.this.encoded.put(message, event);
				return message;
			}

		});
	}

	private boolean distribute(NewEvents events, Runnable later) {
		publish(events.events());
		return true;
	}

	/** The numbers of the messages that look different now. */
	List<Long> changed() {
		return this.changed;
	}

	List<Long> numbers() {
		return this.numbers;
	}

	/** From now on this is where readers cannot follow. */
	void congest(String destination) {
		this.congested = destination;
	}

	@Override
	public boolean isCongested(String destination) {
		return destination.equals(this.congested);
	}

	/** Continues after a stop. */
	void open() {
		this.gate.countDown();
	}

	@Override
	public void publish(Fact fact) {
		if (fact instanceof Replaced replaced) {
			this.changed.add(replaced.event().seq());
		}
		if (fact instanceof Published published) {
			publish(published.messages());
		}
	}

	@Override
	public <F extends Fact> void receive(Class<F> kind, Consumer<F> receiver) {
		throw new UnsupportedOperationException("Nobody listens");
	}

	@Override
	public void publish(List<EncodedMessage> messages) {
		messages.forEach(this::publish);
	}

	private void publish(EncodedMessage message) {
		Event event = this.encoded.get(message);
		String text = (event instanceof Posted posted) ? posted.text() : "";
		if (text.equals(BREAKS)) {
			throw new OutOfMemoryError("The bus broke, on purpose");
		}
		if (text.equals(HALTS)) {
			halt();
		}
		this.numbers.add(event.seq());
	}

	private void halt() {
		try {
			this.gate.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
