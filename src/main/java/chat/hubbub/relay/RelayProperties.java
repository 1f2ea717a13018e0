package chat.hubbub.relay;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import chat.hubbub.topic.TopicName;

/**
 * The settings {@code hubbub.relay.*}.
 *
 * @param enabled whether the events of open topics are published to RabbitMQ
 * @param topics the names of topics for members or by invitation that are published, too
 */
@ConfigurationProperties("hubbub.relay")
record RelayProperties(@DefaultValue("false") boolean enabled, @DefaultValue Set<TopicName> topics) {

	/** Checks the names. */
	RelayProperties {
		topics = Set.copyOf(topics);
		if (topics.stream().anyMatch(TopicName::isDirect)) {
			throw new IllegalArgumentException("hubbub.relay.topics cannot name a conversation");
		}
	}

}
