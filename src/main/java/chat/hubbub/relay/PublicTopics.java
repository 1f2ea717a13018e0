package chat.hubbub.relay;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import chat.hubbub.topic.Access;
import chat.hubbub.topic.TopicName;

/**
 * The topics whose events are published: those that are open, and those that the settings
 * name. The store is asked and not the memory of this node, so that no event is published
 * that was stored after its topic was closed. Thread-safe.
 */
final class PublicTopics {

	private final JdbcClient jdbc;

	private final Set<TopicName> named;

	PublicTopics(JdbcClient jdbc, Set<TopicName> named) {
		this.jdbc = jdbc;
		this.named = named;
	}

	/** Those among some topics, at present. */
	Set<TopicName> among(Collection<TopicName> topics) {
		List<String> names = topics.stream().filter((topic) -> !topic.isDirect()).map(TopicName::value).toList();
		Set<TopicName> open = new HashSet<>(topics);
		open.retainAll(this.named);
		if (!names.isEmpty()) {
			this.jdbc.sql("select name from topic where access = :open and name in (:names)")
				.param("open", Access.OPEN.toString())
				.param("names", names)
				.query(String.class)
				.list()
				.forEach((name) -> open.add(new TopicName(name)));
		}
		return open;
	}

}
