package chat.hubbub.webhook.outgoing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import chat.hubbub.topic.TopicName;

/**
 * The topics in which a webhook may have events to tell, limited in number. At first, and
 * if there are more, these may be any. Thread-safe.
 */
final class Ahead {

	/** The maximum number of topics that are known by name. */
	static final int MOST = 100;

	/** Empty if there is no event to tell; {@code null} if these may be any. */
	private @Nullable Set<TopicName> topics;

	/** There may be events in these topics. */
	synchronized void add(Collection<TopicName> more) {
		if (this.topics != null) {
			this.topics.addAll(more);
			if (this.topics.size() > MOST) {
				this.topics = null;
			}
		}
	}

	/** There may be events in any topic. */
	synchronized void addAny() {
		this.topics = null;
	}

	/**
	 * Takes the topics. The caller adds those in which there are events.
	 * @return the topics, or {@code null} if these may be any
	 */
	synchronized @Nullable Set<TopicName> take() {
		Set<TopicName> taken = this.topics;
		this.topics = new HashSet<>();
		return taken;
	}

}
