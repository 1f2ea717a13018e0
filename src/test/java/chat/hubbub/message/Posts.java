package chat.hubbub.message;

import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.topic.TopicName;

/** The messages of ada and grace in the topic tea. */
final class Posts {

	static final TopicName TEA = new TopicName("tea");

	private Posts() {
	}

	static Post ada(String text) {
		return post(TEA, "ada", text, null);
	}

	static Post ada(String text, String id) {
		return post(TEA, "ada", text, id);
	}

	static Post grace(String text, String id) {
		return post(TEA, "grace", text, id);
	}

	static Post post(TopicName topic, String sender, String text, String id) {
		return new Post(topic, User.guest(new Username(sender), sender), new Draft(text, id), Mentions.NONE);
	}

}
