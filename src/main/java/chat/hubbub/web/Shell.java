package chat.hubbub.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * The part of the chat that is painted before the page's script has loaded. The script
 * then draws the same again.
 */
@Component
class Shell {

	/** More than fit on a screen. */
	private static final int TOPICS = 100;

	private final Topics topics;

	Shell(Topics topics) {
		this.topics = topics;
	}

	/** The first topics of the sidebar: the lobby, then the others by title. */
	List<Line> topics(User user) {
		Collator collator = Collator.getInstance(Locale.ENGLISH);
		return this.topics.readable(user)
			.stream()
			.filter((topic) -> topic.access() != Access.DIRECT)
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
