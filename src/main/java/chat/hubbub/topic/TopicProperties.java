package chat.hubbub.topic;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the topics.
 *
 * @param topics the topics that the configuration names: they are created, or their title
 * and description brought up to date, at each start
 */
@ConfigurationProperties("hubbub")
record TopicProperties(@DefaultValue List<Line> topics) {

	/**
	 * One topic of the configuration.
	 *
	 * @param name its name
	 * @param title its title, or {@code null} for its name
	 * @param description what it is for, or {@code null}
	 */
	record Line(String name, @Nullable String title, @Nullable String description) {

		Topic topic() {
			return new Topic(new TopicName(this.name), (this.title != null) ? this.title : "",
					(this.description != null) ? this.description : "");
		}

	}

}
