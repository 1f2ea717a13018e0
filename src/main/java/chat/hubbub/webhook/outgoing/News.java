package chat.hubbub.webhook.outgoing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import chat.hubbub.message.Committed;
import chat.hubbub.message.LogEntry;
import chat.hubbub.message.Mention;
import chat.hubbub.topic.TopicName;

/**
 * New events that webhooks may have to tell.
 *
 * @param topics the topics with new events
 * @param mentions those of them in which accounts are mentioned, by the numbers of the
 * accounts; {@code null} if that is unknown
 */
record News(Set<TopicName> topics, @Nullable Map<Long, Set<TopicName>> mentions) {

	/** The news of a commit. */
	static News of(Committed committed) {
		Map<Long, Set<TopicName>> mentions = new HashMap<>();
		for (LogEntry entry : committed.entries()) {
			for (Mention mention : OutgoingHook.mentions(entry.event()).mentions()) {
				if (mention.account() != null) {
					mentions.computeIfAbsent(mention.account(), (account) -> new HashSet<>())
						.add(entry.event().topicName());
				}
			}
		}
		return new News(Set.copyOf(committed.ranges().keySet()), mentions);
	}

	/** There is something new in these topics. */
	static News in(Collection<TopicName> topics) {
		return new News(Set.copyOf(topics), null);
	}

	/** The topics in which a webhook may have an event to tell. */
	Set<TopicName> of(OutgoingHook hook) {
		if (!hook.everywhere()) {
			return this.topics.contains(hook.topic()) ? Set.of(hook.topic()) : Set.of();
		}
		return (this.mentions != null) ? this.mentions.getOrDefault(hook.mention(), Set.of()) : this.topics;
	}

}
