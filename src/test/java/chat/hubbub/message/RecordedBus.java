package chat.hubbub.message;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import chat.hubbub.broker.Bus;
import chat.hubbub.broker.EncodedMessage;
import tools.jackson.databind.json.JsonMapper;

/** A bus that remembers what went over it, and breaks or halts for some texts. */
final class RecordedBus implements Bus {

	static final String BREAKS = "breaks";

	static final String HALTS = "halts";

	private final Map<EncodedMessage, Posted> encoded = new ConcurrentHashMap<>();

	private final List<Long> numbers = new CopyOnWriteArrayList<>();

	private volatile String congested = "";

	private final CountDownLatch gate = new CountDownLatch(1);

	/** The encoding by which it knows what it carries. */
	Encoding encoding() {
		return new Encoding(new JsonMapper()) {

			@Override
			EncodedMessage encode(Posted posted) {
				EncodedMessage message = super.encode(posted);
				RecordedBus.this.encoded.put(message, posted);
				return message;
			}

		};
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

	/** Lets what halted go on. */
	void open() {
		this.gate.countDown();
	}

	@Override
	public void publish(List<EncodedMessage> messages) {
		messages.forEach(this::publish);
	}

	private void publish(EncodedMessage message) {
		Posted posted = this.encoded.get(message);
		if (posted.text().equals(BREAKS)) {
			throw new OutOfMemoryError("The bus broke, on purpose");
		}
		if (posted.text().equals(HALTS)) {
			halt();
		}
		this.numbers.add(posted.seq());
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
