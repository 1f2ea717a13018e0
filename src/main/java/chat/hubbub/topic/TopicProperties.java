package chat.hubbub.topic;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import chat.hubbub.account.Role;

/**
 * The settings of the topics.
 *
 * @param topics the topics that the configuration names: they are created, or brought up
 * to date, at each start
 * @param topicsBy who may create topics: everybody of this role and of those above it
 */
@ConfigurationProperties("hubbub")
record TopicProperties(@DefaultValue List<Line> topics, @DefaultValue("guest") Role topicsBy) {

	/**
	 * One topic of the configuration.
	 *
	 * @param name its name
	 * @param title its title, or {@code null} for its name
	 * @param description what it is for, or {@code null}
	 * @param access who may read it, or {@code null} for what it is, at first open
	 * @param announcements whether only its moderators post, or {@code null} for what it
	 * is, at first not
	 */
	record Line(String name, @Nullable String title, @Nullable String description, @Nullable Access access,
			@Nullable Boolean announcements) {

		TopicName topicName() {
			return new TopicName(this.name);
		}

		/** What is set in the page and not said here must not be undone by a restart. */
		Topic topic(Optional<Topic> before) {
			Topic old = before.orElseGet(() -> new Topic(topicName(), "", ""));
			return new Topic(topicName(), (this.title != null) ? this.title : "",
					(this.description != null) ? this.description : "",
					(this.access != null) ? this.access : old.access(),
					(this.announcements != null) ? this.announcements : old.announcements());
		}

	}

}
