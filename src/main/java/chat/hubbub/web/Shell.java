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
			.map((topic) -> new Line(topic.name().value(), topic.title(), isUnchangedLobby(topic)))
			.toList();
	}

	private static boolean isUnchangedLobby(Topic topic) {
		return topic.name().equals(TopicName.LOBBY) && topic.title().equals(Topic.lobby().title());
	}

	/**
	 * A topic in the sidebar.
	 *
	 * @param name its name
	 * @param title its title
	 * @param translated whether the reader's language has a word in place of the title
	 */
	public record Line(String name, String title, boolean translated) {
	}

}
