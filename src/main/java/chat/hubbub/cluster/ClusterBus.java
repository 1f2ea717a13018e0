package chat.hubbub.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import chat.hubbub.broker.Published;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.EncodedMessages;
import chat.hubbub.bus.Bus;
import chat.hubbub.bus.Fact;
import chat.hubbub.bus.LocalFact;
import chat.hubbub.bus.Receivers;
import chat.hubbub.stomp.Destinations;

/**
 * Tells each fact to the receivers on this node, then to the other nodes. A fact travels
 * as JSON under the name of its class; a node without receivers of that name ignores it,
 * so that nodes of two versions understand each other. Thread-safe.
 */
final class ClusterBus implements Bus {

	private static final Logger logger = LoggerFactory.getLogger(ClusterBus.class);

	/** Before the name of a class of facts. */
	private static final String FACT = "fact:";

	private static final String MESSAGES = "messages";

	private final Receivers receivers;

	private final NodeBus nodes;

	private final JsonMapper json;

	private final Map<String, Class<?>> kinds = new ConcurrentHashMap<>();

	ClusterBus(Receivers receivers, NodeBus nodes, JsonMapper json) {
		this.receivers = receivers;
		this.nodes = nodes;
		this.json = json;
		nodes.listen(MESSAGES, (node, body) -> receivers.tell(new Published(EncodedMessages.read(body))));
	}

	@Override
	public void publish(Fact fact) {
		this.receivers.tell(fact);
		if (fact instanceof Published published) {
			publish(published.messages());
		}
		else if (!(fact instanceof LocalFact)) {
			this.nodes.publish(FACT + fact.getClass().getName(), this.json.writeValueAsBytes(fact));
		}
	}

	/** The queue of a user belongs to a connection, which is on this node. */
	private void publish(List<EncodedMessage> messages) {
		List<EncodedMessage> shared = messages.stream()
			.filter((message) -> message.destination().startsWith(Destinations.TOPIC))
			.toList();
		if (!shared.isEmpty()) {
			this.nodes.publish(MESSAGES, EncodedMessages.write(shared));
		}
	}

	@Override
	public <F extends Fact> void receive(Class<F> kind, Consumer<F> receiver) {
		this.receivers.add(kind, receiver);
		boolean travels = kind != Published.class && !LocalFact.class.isAssignableFrom(kind);
		if (travels && this.kinds.put(kind.getName(), kind) == null) {
			this.nodes.listen(FACT + kind.getName(), (node, body) -> arrived(kind, body));
		}
	}

	private void arrived(Class<? extends Fact> kind, byte[] body) {
		try {
			this.receivers.tell(this.json.readValue(body, kind));
		}
		catch (JacksonException ex) {
			logger.warn("A fact of another node is not understood: {}", kind.getName());
		}
	}

}
