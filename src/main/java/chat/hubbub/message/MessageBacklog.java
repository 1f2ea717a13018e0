package chat.hubbub.message;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.springframework.stereotype.Component;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.topic.TopicName;

/** The stored messages, for subscribers that were offline. Thread-safe. */
@Component
class MessageBacklog implements Backlog {

	private final MessageStore store;

	private final Encoding encoding;

	private final Epochs epochs;

	MessageBacklog(MessageStore store, Encoding encoding, Epochs epochs) {
		this.store = store;
		this.encoding = encoding;
		this.epochs = epochs;
	}

	@Override
	public String epoch() {
		return this.epochs.current();
	}

	@Override
	public boolean holds(String destination, String epoch, long seq) {
		return this.epochs.hold(epoch, TopicName.ofDestination(destination), seq);
	}

	@Override
	public OptionalLong head(String destination) {
		return TopicName.isDestination(destination)
				? OptionalLong.of(this.store.head(TopicName.ofDestination(destination))) : OptionalLong.empty();
	}

	@Override
	public Map<String, Long> heads(Collection<String> destinations) {
		return this.store.heads(destinations.stream()
			.filter(TopicName::isDestination)
			.map((destination) -> TopicName.ofDestination(destination).value())
			.toList());
	}

	@Override
	public Map<String, Long> heads() {
		return this.store.heads();
	}

	@Override
	public OptionalLong last(String destination, long count, long head) {
		return this.store.last(TopicName.ofDestination(destination), count, head);
	}

	@Override
	public List<EncodedMessage> after(String destination, long seq, int limit) {
		return this.store.after(TopicName.ofDestination(destination), seq, limit)
			.stream()
			.map(this.encoding::encode)
			.toList();
	}

}
