package chat.hubbub.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import chat.hubbub.broker.Backlog;
import chat.hubbub.broker.wire.EncodedMessage;

/**
 * The past events, of which this node shows none before it knows the rights at their
 * time.
 */
final class GatedBacklog implements Backlog {

	private final Backlog store;

	private final Changes changes;

	GatedBacklog(Backlog store, Changes changes) {
		this.store = store;
		this.changes = changes;
	}

	@Override
	public OptionalLong head(String destination) {
		return this.store.head(destination);
	}

	@Override
	public Map<String, Long> heads(Collection<String> destinations) {
		return this.store.heads(destinations);
	}

	@Override
	public Map<String, Long> heads() {
		return this.store.heads();
	}

	@Override
	public String epoch() {
		return this.store.epoch();
	}

	@Override
	public boolean holds(String destination, String epoch, long seq) {
		return this.store.holds(destination, epoch, seq);
	}

	@Override
	public OptionalLong last(String destination, long count, long head) {
		return this.store.last(destination, count, head);
	}

	@Override
	public List<EncodedMessage> after(String destination, long seq, int limit) {
		List<EncodedMessage> events = this.store.after(destination, seq, limit);
		if (!events.isEmpty()) {
			this.changes.applyUpTo(this.changes.newest());
		}
		return events;
	}

}
