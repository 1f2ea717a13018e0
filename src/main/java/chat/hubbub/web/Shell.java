package chat.hubbub.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * What is painted of the chat before the page's script has come. The script draws the
 * same anew.
 */
@Component
class Shell {

	/** More than a screen has room for. */
	private static final int TOPICS = 100;

	private final Topics topics;

	Shell(Topics topics) {
		this.topics = topics;
	}

	/** The first of the topics in the sidebar: the lobby, then the others by title. */
	List<Line> topics(User user) {
		Collator collator = Collator.getInstance(Locale.ENGLISH);
		return this.topics.readable(user)
			.stream()
			.sorted(Comparator.comparing((Topic topic) -> !topic.name().equals(TopicName.LOBBY))
				.thenComparing(Topic::title, collator))
			.limit(TOPICS)
			.map((topic) -> new Line(topic.name().value(), topic.title()))
			.toList();
	}

	/**
	 * A topic in the sidebar.
	 *
	 * @param name its name
	 * @param title its title
	 */
	public record Line(String name, String title) {
	}

}
