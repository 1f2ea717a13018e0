package chat.hubbub.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.broker.Published;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.EncodedMessages;
import chat.hubbub.bus.Bus;
import chat.hubbub.bus.Fact;
import chat.hubbub.bus.LocalFact;
import chat.hubbub.bus.Receivers;
import chat.hubbub.bus.StoredFact;
import chat.hubbub.stomp.Destinations;

/**
 * Tells each fact to the receivers on this node, then to the other nodes. A fact travels
 * as JSON under the name of its class; a node without receivers of that name ignores it,
 * so that nodes of two versions understand each other. A fact about the store does not
 * travel: the other nodes read it from the table of {@link Changes}. Thread-safe.
 */
final class ClusterBus implements Bus {

	private static final Logger logger = LoggerFactory.getLogger(ClusterBus.class);

	/** Before the name of a class of facts. */
	private static final String FACT = "fact:";

	private static final String MESSAGES = "messages";

	/** There are changes in the store. */
	static final String CHANGES = "changes";

	private static final byte[] NOTHING = new byte[0];

	/**
	 * Without the limits for the JSON of clients: a fact may name thousands of people.
	 */
	private static final JsonFactory FACTS = new JsonFactory();

	private final Receivers receivers;

	private final NodeBus nodes;

	private final JsonMapper json;

	private final Changes changes;

	private final Map<String, Class<?>> kinds = new ConcurrentHashMap<>();

	ClusterBus(Receivers receivers, NodeBus nodes, JsonMapper json, Changes changes) {
		this.receivers = receivers;
		this.nodes = nodes;
		this.json = json;
		this.changes = changes;
		nodes.listen(CHANGES, (node, body) -> changes.look());
		nodes.listen(MESSAGES, (node, body) -> receivers.tell(new Published(shared(EncodedMessages.read(body)))));
	}

	@Override
	public void publish(Fact fact) {
		this.receivers.tell(fact);
		if (fact instanceof Published published) {
			publish(published.messages());
		}
		else if (!(fact instanceof LocalFact || fact instanceof StoredFact)) {
			this.nodes.publish(FACT + fact.getClass().getName(), this.json.writeValueAsBytes(fact));
		}
	}

	@Override
	public void announce(StoredFact fact) {
		Announcements.add(fact, this.changes, () -> this.nodes.publish(CHANGES, NOTHING));
	}

	@Override
	public void catchUp() {
		this.changes.applyUpTo(this.changes.newest());
	}

	@Override
	public boolean isUpToDate() {
		return !this.changes.areStale();
	}

	/** The queue of a user belongs to a connection, which is on this node. */
	private void publish(List<EncodedMessage> messages) {
		List<EncodedMessage> shared = shared(messages);
		if (!shared.isEmpty()) {
			this.nodes.publish(MESSAGES, EncodedMessages.write(shared));
		}
	}

	/** An event with a number comes by way of the {@link Sequencer} alone. */
	private static List<EncodedMessage> shared(List<EncodedMessage> messages) {
		return messages.stream()
			.filter((message) -> message.seq() == 0 && message.destination().startsWith(Destinations.TOPIC))
			.toList();
	}

	@Override
	public <F extends Fact> void receive(Class<F> kind, Consumer<F> receiver) {
		this.receivers.add(kind, receiver);
		if (StoredFact.class.isAssignableFrom(kind)) {
			this.changes.know(kind.asSubclass(StoredFact.class));
			return;
		}
		boolean travels = kind != Published.class && !LocalFact.class.isAssignableFrom(kind);
		if (travels && this.kinds.put(kind.getName(), kind) == null) {
			this.nodes.listen(FACT + kind.getName(), (node, body) -> arrived(kind, body));
		}
	}

	private void arrived(Class<? extends Fact> kind, byte[] body) {
		try {
			this.receivers.tell(this.json.readValue(FACTS.createParser(ObjectReadContext.empty(), body), kind));
		}
		catch (JacksonException ex) {
			logger.warn("A fact of another node is not understood: {}", kind.getName());
		}
	}

}
