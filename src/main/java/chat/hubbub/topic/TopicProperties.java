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
 * @param topics the configured topics, which are created or updated at each start
 * @param topicsBy the lowest role that may create topics
 */
@ConfigurationProperties("hubbub")
record TopicProperties(@DefaultValue List<Line> topics, @DefaultValue("guest") Role topicsBy) {

	/**
	 * One topic of the configuration.
	 *
	 * @param name its name
	 * @param title its title, or {@code null} for its name
	 * @param description its purpose, or {@code null}
	 * @param access its access; {@code null} keeps the present one, at first open
	 * @param announcements whether only its moderators may post; {@code null} keeps the
	 * present value, at first no
	 */
	record Line(String name, @Nullable String title, @Nullable String description, @Nullable Access access,
			@Nullable Boolean announcements) {

		TopicName topicName() {
			return new TopicName(this.name);
		}

		/**
		 * Settings that the configuration leaves out keep the values from the page, so
		 * that a restart does not undo them.
		 */
		Topic topic(Optional<Topic> before) {
			Topic old = before.orElseGet(() -> new Topic(topicName(), "", ""));
			if (this.access == Access.DIRECT) {
				throw IllFormedTopic.access();
			}
			if (topicName().isReserved() && (before.isEmpty() || old.access() == Access.DIRECT)) {
				throw IllFormedTopic.reserved();
			}
			return new Topic(topicName(), (this.title != null) ? this.title : "",
					(this.description != null) ? this.description : "",
					(this.access != null) ? this.access : old.access(),
					(this.announcements != null) ? this.announcements : old.announcements());
		}

	}

}
